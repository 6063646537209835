/** A sale is signed: one transaction for the licences, the deal's state and all that follows. There is no moment between them. */
import type { Locale } from '@vitrine/messages'
import type { DealRow } from '@vitrine/store/deals/deals'
import type { OfferRow } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { Writing } from '../write.ts'
import { recordLicences } from './record-licences.ts'
import { stepDeal } from './step-deal.ts'
import { type SignedSale, WHEN_SIGNED } from './when-signed.ts'

/**
 * Signs the sale whose terms `offer` holds, within the transaction of whatever paper proves it. Fails with `rights-conflict`
 * when a film cannot be signed, with `wrong-state` when the deal is not agreed; then the paper is not executed either.
 */
export async function signSale(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  sale: { deal: DealRow; offer: OfferRow; day: string; locale: Locale },
): Promise<SignedSale> {
  const { deal, offer, day, locale } = sale
  const licences = await recordLicences(house, writing, actor, deal, offer, locale)
  await stepDeal(house, writing, actor, deal, {
    to: 'signed',
    verb: 'signDeal',
    signedOn: day,
    detail: { offer: offer.id, licences },
  })
  const signed = { deal, offer, licences, day }
  for (const step of WHEN_SIGNED) await step(house, writing, actor, signed)
  return signed
}
