/** `vitrine list deals --columns …`: a list of the desk as a file. */
import type { FigureTable } from '@vitrine/house/contract/after'
import { listHeadings, type ListName } from '@vitrine/messages/list-columns'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'
import { reachHouse } from '../reach.ts'
import { chosenOf } from './list-columns.ts'
import { askedOf } from './list-filter.ts'
import { writeOut } from './write-out.ts'

/** The lists that this command writes; contacts and the rights book have commands of their own. */
export const LISTS = ['deals', 'requests', 'tasks', 'deliverables', 'screeners', 'viewings', 'markets', 'meetings', 'invoices', 'figures'] as const satisfies readonly ListName[] // prettier-ignore
export type ListOut = (typeof LISTS)[number]

export interface ListOptions {
  format: 'csv' | 'xlsx'
  columns?: string
  table: FigureTable
  filter?: string[]
  out?: string
}

/** Exit 0 when it is written, 2 for a list or a column that there is not. */
export async function listExport(run: Run, list: string, options: ListOptions): Promise<number> {
  const { printer } = run
  const known = LISTS.find((one) => one === list)
  if (known === undefined) throw new CommandError(printer.words.errors.badValue('list', list, LISTS.join(', ')), 2)
  const { format, table, out } = options
  if (format === 'xlsx' && out === undefined && printer.terminal) throw new CommandError(printer.words.rights.export.terminal, 2)
  const columns = chosenOf(printer, options.columns, Object.keys(listHeadings.en[known]))
  const asked = await askedOf(printer, known, options.filter)
  const house = await reachHouse(run)
  try {
    const { bytes } = await house.exportList({ list: known, asked, format, columns, table, locale: printer.locale })
    await writeOut(printer, bytes, out)
    return 0
  } finally {
    await house.close()
  }
}
