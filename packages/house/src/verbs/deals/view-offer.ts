import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { expirePast } from '../../deals/end-offer.ts'
import { offerView } from '../../deals/offer-view.ts'
import { reachOffer } from '../../deals/reach-offer.ts'

/** One version of an offer. One whose day has passed is not shown as live. */
export async function viewOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['viewOffer']>[1],
): Promise<OfferView> {
  const { deal } = await reachOffer(house, house.db, actor, 'viewOffer', args.id)
  await expirePast(house, deal.id)
  const { offer } = await reachOffer(house, house.db, actor, 'viewOffer', args.id)
  return offerView(house, house.db, actor, offer, args.reader)
}
