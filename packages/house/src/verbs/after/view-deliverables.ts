import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DeliverablesOfDeal } from '../../contract/after.ts'
import { deliverablesView } from '../../after/reach-deliverable.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { Id, parse } from '../../input.ts'

/** What a deal's buyer is to get, in order, with what the title sheets say of it. */
export async function viewDeliverables(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['viewDeliverables']>[1],
): Promise<DeliverablesOfDeal> {
  const deal = await reachDeal(house, house.db, actor, 'viewDeliverables', parse(Id, args.dealId))
  return deliverablesView(house, house.db, actor, deal)
}
