import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, MoneyOfDeal } from '../../contract/after.ts'
import { moneyView } from '../../after/money-view.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { Id, parse } from '../../input.ts'

/** What a deal's buyer is to pay, was invoiced and has paid. */
export async function viewMoney(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['viewMoney']>[1],
): Promise<MoneyOfDeal> {
  return moneyView(house, house.db, await reachDeal(house, house.db, actor, 'viewMoney', parse(Id, args.dealId)))
}
