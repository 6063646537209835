import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, TakenAway } from '../../contract/rights.ts'
import { parse } from '../../input.ts'
import { listAsked, listTable } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { gridTable } from '../../rights/grid-table.ts'
import { DayText } from '../../rights/read-input.ts'
import { REGION_COLUMNS } from '../../rights/regions-table.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { viewAvailability } from './view-availability.ts'

const How = z.object({ table: z.enum(['regions', 'grid']).optional(), day: DayText.optional() })

/**
 * A film's rights as a table to take home, of what `viewAvailability` answers to the same question: its regions with the columns that are
 * asked for, or territory by medium on a day (if none is said, the first that is on offer).
 */
export async function exportAvailability(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['exportAvailability']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportAvailability')
  const asked = listAsked('availabilities', args)
  const { table = 'regions', day } = parse(How, { table: args.table, day: args.day })
  const view = await viewAvailability(house, actor, args)
  if (table === 'grid') {
    const on = day ?? (view.question.from > view.today ? view.question.from : view.today)
    return tableFile(`${view.title} ${on}`, gridTable(view, on, asked.locale), asked.format, asked.locale)
  }
  const rows = view.regions.map((region) => ({ ...region, entries: view.entries }))
  return tableFile(`${view.title} ${view.today}`, listTable('availabilities', view.title, REGION_COLUMNS, rows, asked), asked.format, asked.locale) // prettier-ignore
}
