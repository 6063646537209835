/** `vitrine contacts export`: companies with their people as a list, or the people as cards. */
import { listHeadings } from '@vitrine/messages/list-columns'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'
import { reachHouse } from '../reach.ts'
import { chosenOf } from './list-columns.ts'
import { askedOf } from './list-filter.ts'
import { writeOut } from './write-out.ts'

export async function contactsExport(
  run: Run,
  options: { format: 'csv' | 'xlsx' | 'vcf'; columns?: string; filter?: string[]; out?: string },
): Promise<number> {
  const { printer } = run
  if (options.format === 'xlsx' && options.out === undefined && printer.terminal) throw new CommandError(printer.words.rights.export.terminal, 2) // prettier-ignore
  const columns = chosenOf(printer, options.columns, Object.keys(listHeadings.en.contacts))
  const asked = await askedOf(printer, 'contacts', options.filter)
  const house = await reachHouse(run)
  try {
    const { bytes } = await house.exportContacts({ ...asked, format: options.format, columns, locale: printer.locale })
    await writeOut(printer, bytes, options.out)
    return 0
  } finally {
    await house.close()
  }
}
