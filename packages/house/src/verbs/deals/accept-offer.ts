import { priceOf } from '@vitrine/deals/offer/offer'
import { priceDealRow } from '@vitrine/store/deals/deals'
import { findOffer, stepOfferRow } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { expirePast } from '../../deals/end-offer.ts'
import { forBuyer, keepRights } from '../../deals/hold-rights.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdDealState } from '../../deals/reach-deal.ts'
import { holdLive, holdOfferState, holdOtherSide, reachOffer } from '../../deals/reach-offer.ts'
import { Words } from '../../deals/read-offer.ts'
import { sideOf, stepDeal } from '../../deals/step-deal.ts'
import { tellOwner } from '../../deals/tell-owner.ts'
import { parse } from '../../input.ts'
import { write } from '../../write.ts'

/**
 * A live offer is agreed to: by whoever answers for the buyer, by the house for them, or by the house when the buyer made it.
 * Its rights are checked once more and held for the signature. The same acceptance again is answered the same.
 */
export async function acceptOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['acceptOffer']>[1],
): Promise<OfferView> {
  const note = parse(Words, args.note) ?? null
  await expirePast(house, (await reachOffer(house, house.db, actor, 'acceptOffer', args.id)).deal.id)
  return write(house, actor, async (writing) => {
    const { deal, offer } = await reachOffer(house, writing.trx, actor, 'acceptOffer', args.id)
    holdOtherSide(actor, 'acceptOffer', offer)
    if (offer.state === 'accepted') return offerView(house, writing.trx, actor, offer, args.reader)
    holdOfferState(offer, 'live')
    holdLive(house, offer)
    holdDealState(deal, 'offered')
    await keepRights(house, writing, actor, deal, offer, args.reader).catch((thrown: unknown) => {
      throw forBuyer(actor, thrown)
    })
    await stepOfferRow(writing.trx, house.houseId, offer.id, { state: 'accepted', answer: note, side: sideOf(actor), byName: actor.name, at: writing.at }) // prettier-ignore
    await priceDealRow(writing.trx, house.houseId, deal.id, { currency: offer.terms.currency, minor: priceOf(offer.terms) })
    await stepDeal(house, writing, actor, deal, { to: 'agreed', verb: 'acceptOffer', detail: { offer: offer.id, version: offer.version, side: sideOf(actor), before: { currency: deal.currency, minor: deal.expectedMinor } } }) // prettier-ignore
    await tellOwner(house, writing, actor, deal, offer.id, 'accepted')
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, offer.id))!, args.reader)
  })
}
