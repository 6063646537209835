import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, TakenAway } from '../../contract-rights.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { regionsTable } from '../../rights/regions-table.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { viewAvailability } from './view-availability.ts'

const Format = z.enum(['csv', 'xlsx'])

/** The regions of a film as a table to take home: what `viewAvailability` answers to the same question. */
export async function exportAvailability(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['exportAvailability']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportAvailability')
  const format = parse(Format, args.format)
  const view = await viewAvailability(house, actor, args)
  return tableFile(`${view.title} ${view.today}`, regionsTable(view, args.locale), format, args.locale)
}
