import { findOffer, redraftOfferRow } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, OfferView } from '../../contract/deals.ts'
import { offerView } from '../../deals/offer-view.ts'
import { holdOfferRevision, holdOfferState, reachOffer } from '../../deals/reach-offer.ts'
import { readOffer, Words } from '../../deals/read-offer.ts'
import { parse } from '../../input.ts'
import { write } from '../../write.ts'
import { addFilms } from './draft-offer.ts'

/** Other terms for a draft. It may be unfinished: what keeps it from being sent is said by `checkOffer`. */
export async function redraftOffer(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['redraftOffer']>[1],
): Promise<OfferView> {
  const message = parse(Words, args.message) ?? null
  return write(house, actor, async (writing) => {
    const { deal, offer } = await reachOffer(house, writing.trx, actor, 'redraftOffer', args.id)
    holdOfferState(offer, 'draft')
    holdOfferRevision(offer, args.revision)
    const terms = await readOffer(house, writing.trx, args.terms)
    await redraftOfferRow(writing.trx, house.houseId, offer.id, { terms, message, at: writing.at })
    await addFilms(house, writing, deal.id, terms)
    writing.audit({ verb: 'redraftOffer', subject: 'Offer', subjectId: offer.id, detail: { deal: deal.id, revision: offer.revision + 1 } }) // prettier-ignore
    return offerView(house, writing.trx, actor, (await findOffer(writing.trx, house.houseId, offer.id))!, args.reader)
  })
}
