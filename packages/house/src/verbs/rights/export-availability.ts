import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, TakenAway } from '../../contract-rights.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { gridTable } from '../../rights/grid-table.ts'
import { DayText } from '../../rights/read-input.ts'
import { regionsTable } from '../../rights/regions-table.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { viewAvailability } from './view-availability.ts'

const How = z.object({ format: z.enum(['csv', 'xlsx']), table: z.enum(['regions', 'grid']).optional(), day: DayText.optional() })

/**
 * A film's rights as a table to take home, of what `viewAvailability` answers to the same question: its regions, or territory by medium
 * on a day (if none is said, the first that is on offer).
 */
export async function exportAvailability(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['exportAvailability']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportAvailability')
  const { format, table = 'regions', day } = parse(How, { format: args.format, table: args.table, day: args.day })
  const view = await viewAvailability(house, actor, args)
  if (table === 'regions') return tableFile(`${view.title} ${view.today}`, regionsTable(view, args.locale), format, args.locale)
  const on = day ?? (view.question.from > view.today ? view.question.from : view.today)
  return tableFile(`${view.title} ${on}`, gridTable(view, on, args.locale), format, args.locale)
}
