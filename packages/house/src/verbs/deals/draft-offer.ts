import type { OfferTerms } from '@vitrine/deals/offer/offer'
import { putDealTitles, titlesOfDeal } from '@vitrine/store/deals/links'
import { findOffer, offersOfDeal, putOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { readOffer, Words } from '../../deals/read-offer.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { write, type Writing } from '../../write.ts'

/** Begins the next version of what is offered. A deal has one draft at a time. */
export async function draftOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['draftOffer']>[1],
): Promise<OfferView> {
  const message = parse(Words, args.message) ?? null
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'draftOffer', args.dealId)
    holdDealState(deal, 'open', 'offered', 'agreed')
    const terms = await readOffer(house, writing.trx, args.terms)
    const begun = (await offersOfDeal(writing.trx, house.houseId, deal.id)).find(({ state }) => state === 'draft')
    if (begun !== undefined) throw new HouseError('wrong-state', { subject: 'Offer', state: 'draft', offer: begun.id })
    const id = newId(Date.parse(writing.at))
    const version = await putOffer(writing.trx, house.houseId, { id, dealId: deal.id, side: 'house', state: 'draft', terms, message, at: writing.at, byId: actor.userId, byName: actor.name }) // prettier-ignore
    await addFilms(house, writing, deal.id, terms)
    await noteDeal(house, writing, actor, deal.id, 'draftOffer', { offer: id, version })
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, id))!, args.reader)
  })
}

/** A deal is about the films that are offered in it. */
export async function addFilms(house: HouseContext, writing: Writing, dealId: string, { lines }: OfferTerms): Promise<void> {
  const known = (await titlesOfDeal(writing.trx, house.houseId, dealId)).map(({ id }) => id)
  await putDealTitles(writing.trx, house.houseId, dealId, [...new Set([...known, ...lines.map(({ titleId }) => titleId)])])
}
