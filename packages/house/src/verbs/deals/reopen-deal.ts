import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, DealView } from '../../contract/deals.ts'
import { dealView } from '../../deals/deal-view.ts'
import { holdDealRevision, holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { write } from '../../write.ts'

/** A lost deal is spoken of again. Its offers and papers stay ended: what is offered now is offered anew. */
export async function reopenDeal(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['reopenDeal']>[1],
): Promise<DealView> {
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'reopenDeal', args.id)
    holdDealState(deal, 'lost')
    holdDealRevision(deal, args.revision)
    await stepDeal(house, writing, actor, deal, { to: 'open', verb: 'reopenDeal' })
    return dealView(house, writing.trx, actor, deal.id, args.reader)
  })
}
