import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RequestVerbs, RequestView } from '../../contract/deals.ts'
import { authorise } from '../../policies/authorise.ts'
import { requestView } from '../../requests/request-view.ts'

/** What somebody asked, and what became of it. */
export async function viewRequest(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RequestVerbs['viewRequest']>[1],
): Promise<RequestView> {
  authorise(actor, 'viewRequest')
  return requestView(house, house.db, args.id, args.reader)
}
