/** An offer ends: what it held is free, its letter is not sent any more, and the deal is where it was before. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import type { OfferState } from '@vitrine/deals/states/machines'
import { type DealRow, findDeal } from '@vitrine/store/deals/deals'
import { type OfferRow, offersOfDeal, offersPast, stepOfferRow } from '@vitrine/store/deals/offers'
import { giveUpLetters } from '@vitrine/store/letters/letters'
import { writeDay } from '@vitrine/rights/days/day'
import { SYSTEM } from '../actors.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { todayOf } from '../rights/today.ts'
import { write, type Writing } from '../write.ts'
import { freeRights } from './hold-rights.ts'
import { noteDeal, sideOf, stepDeal } from './step-deal.ts'

export interface OfferEnd {
  to: Exclude<OfferState, 'draft' | 'live' | 'accepted'>
  verb: AuditVerb
  note?: string | null
}

/** Ends a version; where the deal goes from there is the caller's to say. */
export async function endOffer(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  offer: OfferRow,
  { to, verb, note = null }: OfferEnd,
): Promise<void> {
  if (offer.state !== 'draft') await freeRights(house, writing, actor, offer.dealId, to === 'expired' ? 'expired' : 'rejected', verb) // prettier-ignore
  await stepOfferRow(writing.trx, house.houseId, offer.id, {
    state: to,
    answer: note,
    side: sideOf(actor),
    byName: actor.name,
    at: writing.at,
  })
  await giveUpLetters(writing.trx, house.houseId, 'Offer', offer.id, writing.at)
}

/** The offer that a deal has on the table or has agreed to. */
export async function standingOffers(house: HouseContext, writing: Writing, dealId: string): Promise<OfferRow[]> {
  return (await offersOfDeal(writing.trx, house.houseId, dealId)).filter(({ state }) => state === 'live' || state === 'accepted')
}

/** A deal whose offer has ended is open again, unless another one stands. */
export async function openAgain(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  verb: AuditVerb,
  detail: Record<string, unknown>,
): Promise<void> {
  const stands = (await standingOffers(house, writing, deal.id)).length > 0
  if (stands || (deal.state !== 'offered' && deal.state !== 'agreed'))
    await noteDeal(house, writing, actor, deal.id, verb, detail)
  else await stepDeal(house, writing, actor, deal, { to: 'open', verb, detail })
}

/**
 * Ends the live offers whose last day has passed by the house's clock, of one deal or of all. What was ended stays ended when
 * a clock is put back.
 */
export async function expirePast(house: HouseContext, dealId?: string): Promise<number> {
  const today = writeDay(todayOf(house))!
  if ((await offersPast(house.db, house.houseId, today, dealId)).length === 0) return 0
  return write(house, SYSTEM, async (writing) => {
    const past = await offersPast(writing.trx, house.houseId, today, dealId)
    for (const offer of past) {
      await endOffer(house, writing, SYSTEM, offer, { to: 'expired', verb: 'expireOffers' })
      const deal = await findDeal(writing.trx, house.houseId, offer.dealId)
      await openAgain(house, writing, SYSTEM, deal!, 'expireOffers', { offer: offer.id, version: offer.version })
    }
    return past.length
  })
}
