import { LOST_REASONS } from '@vitrine/deals/states/lost-reasons'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, DealView } from '../../contract/deals.ts'
import { dealView } from '../../deals/deal-view.ts'
import { endOffer } from '../../deals/end-offer.ts'
import { holdDealRevision, holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { parse } from '../../input.ts'
import { takeBackPapers } from '../../papers/take-back.ts'
import { write } from '../../write.ts'

const Lost = z.object({ reason: z.enum(LOST_REASONS), note: z.string().trim().max(4_000).nullable().optional() })

/**
 * A deal does not come about: why is counted, what it still offered ends, what it held is free again, and its papers are taken
 * back, so that nobody signs what nobody stands by.
 */
export async function loseDeal(house: HouseContext, actor: Actor, args: Parameters<DealVerbs['loseDeal']>[1]): Promise<DealView> {
  const { reason, note = null } = parse(Lost, { reason: args.reason, note: args.note })
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'loseDeal', args.id)
    holdDealState(deal, 'open', 'offered', 'agreed', 'contracted')
    holdDealRevision(deal, args.revision)
    for (const offer of await offersOfDeal(writing.trx, house.houseId, deal.id))
      if (offer.state === 'draft' || offer.state === 'live' || offer.state === 'accepted')
        await endOffer(house, writing, actor, offer, {
          to: offer.side === 'buyer' && offer.state === 'live' ? 'declined' : 'withdrawn',
          verb: 'loseDeal',
        })
    await takeBackPapers(house, writing, actor, deal.id, 'loseDeal')
    const lostNote = note === '' ? null : note
    await stepDeal(house, writing, actor, deal, {
      to: 'lost',
      verb: 'loseDeal',
      lostReason: reason,
      lostNote,
      detail: { reason },
    })
    return dealView(house, writing.trx, actor, deal.id, args.reader)
  })
}
