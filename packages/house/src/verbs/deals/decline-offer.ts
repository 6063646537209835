import { findOffer } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { endOffer, expirePast, openAgain } from '../../deals/end-offer.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdOfferState, holdOtherSide, reachOffer } from '../../deals/reach-offer.ts'
import { Words } from '../../deals/read-offer.ts'
import { tellOwner } from '../../deals/tell-owner.ts'
import { parse } from '../../input.ts'
import { write } from '../../write.ts'

/** A live offer is declined by the other side, or by the house for them. What it held is free. The same again is answered the same. */
export async function declineOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['declineOffer']>[1],
): Promise<OfferView> {
  const note = parse(Words, args.note) ?? null
  await expirePast(house, (await reachOffer(house, house.db, actor, 'declineOffer', args.id)).deal.id)
  return write(house, actor, async (writing) => {
    const { deal, offer } = await reachOffer(house, writing.trx, actor, 'declineOffer', args.id)
    holdOtherSide(actor, 'declineOffer', offer)
    if (offer.state === 'declined') return offerView(house, writing.trx, actor, offer, args.reader)
    holdOfferState(offer, 'live')
    await endOffer(house, writing, actor, offer, { to: 'declined', verb: 'declineOffer', note })
    await openAgain(house, writing, actor, deal, 'declineOffer', { offer: offer.id, version: offer.version })
    await tellOwner(house, writing, actor, deal, offer.id, 'declined')
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, offer.id))!, args.reader)
  })
}
