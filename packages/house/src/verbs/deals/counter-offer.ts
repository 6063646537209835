import type { OfferTerms } from '@vitrine/deals/offer/offer'
import { writeDay } from '@vitrine/rights/days/day'
import { findOffer, type OfferRow, offersOfDeal, putOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { endOffer, expirePast } from '../../deals/end-offer.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdDealState } from '../../deals/reach-deal.ts'
import { holdLive, holdOfferState, reachOffer } from '../../deals/reach-offer.ts'
import { holdOffer, readOffer, Words } from '../../deals/read-offer.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { tellOwner } from '../../deals/tell-owner.ts'
import { newId } from '../../ids.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../rights/today.ts'
import { write } from '../../write.ts'
import { canonical } from '../../canonical.ts'
import { addFilms } from './draft-offer.ts'

/**
 * The buyer answers the house's offer with other terms, or the house notes that they did. The offer is countered and sets its
 * rights free; the new version holds nothing until the house agrees to it. A buyer asks for films that they were offered.
 */
export async function counterOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['counterOffer']>[1],
): Promise<OfferView> {
  const message = parse(Words, args.message) ?? null
  await expirePast(house, (await reachOffer(house, house.db, actor, 'counterOffer', args.id)).deal.id)
  return write(house, actor, async (writing) => {
    const { deal, offer } = await reachOffer(house, writing.trx, actor, 'counterOffer', args.id)
    const offered = new Set(offer.terms.lines.map(({ titleId }) => titleId))
    const terms = await readOffer(house, writing.trx, args.terms, actor.role === 'buyer' ? offered : undefined)
    const before = await sameCounter(house, writing.trx, offer, terms)
    if (before !== null) return offerView(house, writing.trx, actor, before, args.reader)
    holdOfferState(offer, 'live')
    holdLive(house, offer)
    if (offer.side === 'buyer') throw new HouseError('wrong-state', { subject: 'Offer', state: offer.state, side: offer.side })
    holdDealState(deal, 'offered')
    holdOffer(terms, writeDay(todayOf(house))!, true) // what a buyer offers, for nothing too, is the house's to answer
    await endOffer(house, writing, actor, offer, { to: 'countered', verb: 'counterOffer' })
    const id = newId(Date.parse(writing.at))
    const version = await putOffer(writing.trx, house.houseId, { id, dealId: deal.id, side: 'buyer', state: 'live', terms, message, at: writing.at, byId: actor.userId, byName: actor.name }) // prettier-ignore
    if (actor.role !== 'buyer') await addFilms(house, writing, deal.id, terms)
    await stepDeal(house, writing, actor, deal, { to: 'offered', verb: 'counterOffer', detail: { offer: id, version, countered: offer.id } }) // prettier-ignore
    await tellOwner(house, writing, actor, deal, id, 'countered')
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, id))!, args.reader)
  })
}

/** The counter-offer that these very terms became already: a letter that was sent twice is one. */
async function sameCounter(
  house: HouseContext,
  db: Parameters<typeof offersOfDeal>[0],
  offer: OfferRow,
  terms: OfferTerms,
): Promise<OfferRow | null> {
  if (offer.state !== 'countered') return null
  const next = (await offersOfDeal(db, house.houseId, offer.dealId))
    .filter(({ version, side }) => version > offer.version && side === 'buyer')
    .at(-1)
  return next !== undefined && canonical(next.terms) === canonical(terms) ? next : null
}
