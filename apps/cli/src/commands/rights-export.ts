/** `vitrine rights export`: the rights book as a file. */
import { listHeadings } from '@vitrine/messages/list-columns'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'
import { reachHouse } from '../reach.ts'
import { chosenOf } from './list-columns.ts'
import { askedOf, saidTwice } from './list-filter.ts'
import { writeOut } from './write-out.ts'

export interface RightsOutOptions {
  format: 'json' | 'csv' | 'xlsx'
  title?: string
  columns?: string
  filter?: string[]
  out?: string
}

export async function rightsExport(run: Run, options: RightsOutOptions): Promise<number> {
  const { printer } = run
  const words = printer.words.rights.export
  if (options.format === 'xlsx' && options.out === undefined && printer.terminal) throw new CommandError(words.terminal, 2)
  const columns = chosenOf(printer, options.columns, Object.keys(listHeadings.en.rights))
  const asked = await askedOf(printer, 'rights', options.filter)
  if (options.title !== undefined && asked['titleId'] !== undefined) saidTwice(printer, '--title')
  const house = await reachHouse(run)
  try {
    const { format, title } = options
    const { bytes } = await house.exportRights({ ...asked, format, columns, ...(title === undefined ? {} : { titleId: title }), locale: printer.locale }) // prettier-ignore
    await writeOut(printer, bytes, options.out)
    return 0
  } finally {
    await house.close()
  }
}
