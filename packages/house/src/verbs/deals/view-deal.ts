import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, DealView } from '../../contract/deals.ts'
import { dealView } from '../../deals/deal-view.ts'
import { expirePast } from '../../deals/end-offer.ts'
import { reachDeal } from '../../deals/reach-deal.ts'

/** A deal with its offers and what happened. An offer whose day has passed is not shown as live, whenever the jobs last ran. */
export async function viewDeal(house: HouseContext, actor: Actor, args: Parameters<DealVerbs['viewDeal']>[1]): Promise<DealView> {
  await reachDeal(house, house.db, actor, 'viewDeal', args.id)
  await expirePast(house, args.id)
  return dealView(house, house.db, actor, args.id, args.reader)
}
