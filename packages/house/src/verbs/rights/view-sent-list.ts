import { findList, noteOpened } from '@vitrine/store/rights/availability-lists'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, SentListView } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { noteInPassing } from '../../note-in-passing.ts'
import { authorise } from '../../policies/authorise.ts'
import { sentListView } from '../../rights/sent-list-view.ts'

/** A list, for whoever has its link. One that was recalled is not found any more. */
export async function viewSentList(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['viewSentList']>[1],
): Promise<SentListView> {
  authorise(actor, 'viewSentList')
  const list = await findList(house.db, house.houseId, { token: args.token })
  if (list === null || list.recalledAt !== null) throw new HouseError('not-found', { subject: 'AvailabilityList' })
  // the house's own people look without leaving a trace
  if (actor.kind === 'visitor' || actor.role === 'buyer')
    await noteInPassing(noteOpened(house.db, house.houseId, list.id, house.now().toISOString()))
  const view = sentListView(list)
  const titles = await findTitles(house.db, house.houseId, list.titleIds)
  const open = new Map(titles.flatMap(({ id, slug, status }) => (status === 'published' ? [[id, slug]] : [])))
  // the answers stay as they were sent; where a film's page is, and whether it has one, is of today
  return { ...view, rows: view.rows.map((row) => ({ ...row, slug: open.get(row.titleId) ?? null })) }
}
