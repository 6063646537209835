import { priceOf } from '@vitrine/deals/offer/offer'
import { writeDay } from '@vitrine/rights/days/day'
import { priceDealRow } from '@vitrine/store/deals/deals'
import { findOffer, stepOfferRow } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { endOffer, standingOffers } from '../../deals/end-offer.ts'
import { holdLicensable, holdRights } from '../../deals/hold-rights.ts'
import { writeOfferLetter } from '../../deals/offer-letter.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdDealState } from '../../deals/reach-deal.ts'
import { holdOfferRevision, holdOfferState, reachOffer } from '../../deals/reach-offer.ts'
import { holdOffer } from '../../deals/read-offer.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { guestOfContact, seatGuest } from '../../room/seat-guest.ts'
import { todayOf } from '../../rights/today.ts'
import { write } from '../../write.ts'

/**
 * A draft goes live. One without a price is refused, unless it is said to be free of charge. Whatever stood before it ends and sets its rights free; this one holds its own through its last day; the
 * letter to the contact is written in the same transaction; so is their seat in the room, where they are to be let in.
 */
export async function sendOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['sendOffer']>[1],
): Promise<OfferView> {
  return write(house, actor, async (writing) => {
    const { deal, offer } = await reachOffer(house, writing.trx, actor, 'sendOffer', args.id)
    holdOfferState(offer, 'draft')
    holdOfferRevision(offer, args.revision)
    holdDealState(deal, 'open', 'offered', 'agreed')
    holdOffer(offer.terms, writeDay(todayOf(house))!, args.free === true)
    for (const standing of await standingOffers(house, writing, deal.id))
      await endOffer(house, writing, actor, standing, {
        to: standing.side === 'buyer' && standing.state === 'live' ? 'countered' : 'superseded',
        verb: 'sendOffer',
      })
    await holdLicensable(house, writing, deal, offer.terms, args.reader)
    await holdRights(house, writing, actor, deal, offer, args.reader)
    await stepOfferRow(writing.trx, house.houseId, offer.id, { state: 'live', byName: actor.name, at: writing.at })
    await priceDealRow(writing.trx, house.houseId, deal.id, { currency: offer.terms.currency, minor: priceOf(offer.terms) })
    await stepDeal(house, writing, actor, deal, { to: 'offered', verb: 'sendOffer', detail: { offer: offer.id, version: offer.version, currency: offer.terms.currency, minor: priceOf(offer.terms) } }) // prettier-ignore
    if (args.letIn === true && deal.contactId !== null)
      await seatGuest(house, writing, actor, await guestOfContact(house, writing, deal.contactId, 'lead'))
    await writeOfferLetter(house, writing, actor, deal, offer)
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, offer.id))!, args.reader)
  })
}
