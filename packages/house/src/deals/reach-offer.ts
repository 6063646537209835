import type { Asker } from '@vitrine/store/asker'
import type { DealRow } from '@vitrine/store/deals/deals'
import { findOffer, type OfferRow } from '@vitrine/store/deals/offers'
import type { OfferState } from '@vitrine/deals/states/machines'
import { dayOf } from '@vitrine/rights/days/day'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { authorise, authoriseEver } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'
import { todayOf } from '../rights/today.ts'
import { reachDeal } from './reach-deal.ts'

/**
 * An offer with its deal, for a verb. To a buyer of another company it is not there, and neither is one that was never sent; a
 * colleague who may look and not bind is refused as such.
 */
export async function reachOffer(
  house: HouseContext,
  db: Asker,
  actor: Actor,
  verb: Verb,
  id: string,
): Promise<{ deal: DealRow; offer: OfferRow }> {
  authoriseEver(actor, verb)
  const offer = await findOffer(db, house.houseId, id)
  if (offer === null || (actor.role === 'buyer' && offer.sentAt === null)) throw new HouseError('not-found', { subject: 'Offer' })
  const deal = await reachDeal(house, db, actor, can(actor, verb, { companyId: actor.companyId ?? null }) ? verb : 'viewOffer', offer.dealId) // prettier-ignore
  authorise(actor, verb, { companyId: deal.companyId })
  return { deal, offer }
}

/** Fails with `wrong-state` when the offer is in none of the states that a verb is for. */
export function holdOfferState(offer: OfferRow, ...states: OfferState[]): void {
  if (!states.includes(offer.state)) throw new HouseError('wrong-state', { subject: 'Offer', state: offer.state })
}

/** Fails with `revision-changed` when the draft was written since by somebody else. */
export function holdOfferRevision(offer: OfferRow, baseRevision: number): void {
  if (offer.revision !== baseRevision) throw new HouseError('revision-changed', { revision: offer.revision, baseRevision })
}

/** Fails with `wrong-state` when an offer's last day has passed, whether or not it was ended yet. */
export function holdLive(house: HouseContext, offer: OfferRow): void {
  const last = offer.terms.expires === null ? null : dayOf(offer.terms.expires)
  if (last !== null && last < todayOf(house)) throw new HouseError('wrong-state', { subject: 'Offer', state: 'expired' })
}

/** A buyer answers what the house offered, not what they offered themselves; the house answers both, its own for the buyer. */
export function holdOtherSide(actor: Actor, verb: Verb, offer: OfferRow): void {
  if (actor.role === 'buyer' && offer.side === 'buyer') throw new HouseError('not-allowed', { verb, role: actor.role })
}

/** A buyer takes back what they offered, not what the house did. */
export function holdOwnSide(actor: Actor, verb: Verb, offer: OfferRow): void {
  if (actor.role === 'buyer' && offer.side !== 'buyer') throw new HouseError('not-allowed', { verb, role: actor.role })
}
