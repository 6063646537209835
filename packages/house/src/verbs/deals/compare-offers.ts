import { compareOffers as changesBetween } from '@vitrine/deals/offer/compare-offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs } from '../../contract/deals.ts'
import { offerView } from '../../deals/offer-view.ts'
import { reachOffer } from '../../deals/reach-offer.ts'
import { HouseError } from '../../errors.ts'

/** Two versions of a deal's offer beside each other, and what they say differently. */
export async function compareOffers(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['compareOffers']>[1],
): ReturnType<DealVerbs['compareOffers']> {
  const [one, other] = await Promise.all([
    reachOffer(house, house.db, actor, 'compareOffers', args.before),
    reachOffer(house, house.db, actor, 'compareOffers', args.after),
  ])
  if (one.deal.id !== other.deal.id) throw new HouseError('not-found', { subject: 'Offer' })
  return {
    before: await offerView(house, house.db, actor, one.offer, args.reader),
    after: await offerView(house, house.db, actor, other.offer, args.reader),
    changes: changesBetween(one.offer.terms, other.offer.terms),
  }
}
