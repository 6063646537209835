import { findOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { endOffer, expirePast, openAgain } from '../../deals/end-offer.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdDealState } from '../../deals/reach-deal.ts'
import { holdOfferState, holdOwnSide, reachOffer } from '../../deals/reach-offer.ts'
import { Words } from '../../deals/read-offer.ts'
import { tellOwner } from '../../deals/tell-owner.ts'
import { parse } from '../../input.ts'
import { write } from '../../write.ts'

/**
 * An offer is taken back by whoever made it, or by the house for them; a draft is thrown away. The house alone takes back what
 * was agreed, as long as no contract is out. The same again is answered the same.
 */
export async function withdrawOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['withdrawOffer']>[1],
): Promise<OfferView> {
  const note = parse(Words, args.note) ?? null
  await expirePast(house, (await reachOffer(house, house.db, actor, 'withdrawOffer', args.id)).deal.id)
  return write(house, actor, async (writing) => {
    const { deal, offer } = await reachOffer(house, writing.trx, actor, 'withdrawOffer', args.id)
    holdOwnSide(actor, 'withdrawOffer', offer)
    if (offer.state === 'withdrawn') return offerView(house, writing.trx, actor, offer, args.reader)
    holdOfferState(offer, 'draft', 'live', ...(actor.role === 'buyer' ? [] : (['accepted'] as const)))
    if (offer.state === 'accepted') holdDealState(deal, 'agreed')
    await endOffer(house, writing, actor, offer, { to: 'withdrawn', verb: 'withdrawOffer', note })
    await openAgain(house, writing, actor, deal, 'withdrawOffer', { offer: offer.id, version: offer.version })
    await tellOwner(house, writing, actor, deal, offer.id, 'withdrawn')
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, offer.id))!, args.reader)
  })
}
