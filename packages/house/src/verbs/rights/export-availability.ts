import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, TakenAway } from '../../contract-rights.ts'
import { listAsked, listTable } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { REGION_COLUMNS } from '../../rights/regions-table.ts'
import { tableFile } from '../../rights/spreadsheet/table-file.ts'
import { viewAvailability } from './view-availability.ts'

/** The regions of a film as a table to take home: what `viewAvailability` answers to the same question. */
export async function exportAvailability(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['exportAvailability']>[1],
): Promise<TakenAway> {
  authorise(actor, 'exportAvailability')
  const asked = listAsked('availabilities', args)
  const view = await viewAvailability(house, actor, args)
  const rows = view.regions.map((region) => ({ ...region, entries: view.entries }))
  return tableFile(`${view.title} ${view.today}`, listTable('availabilities', view.title, REGION_COLUMNS, rows, asked), asked.format, asked.locale) // prettier-ignore
}
