/** The moment at which a sale is signed: its licences stand in the rights book, and what follows from them is laid out. */
import { licenceOf } from '@vitrine/deals/offer/rights-of-offer'
import type { Locale } from '@vitrine/messages'
import { wouldBe } from '@vitrine/rights/check/would-be'
import type { DealRow } from '@vitrine/store/deals/deals'
import { putDealEntry } from '@vitrine/store/deals/links'
import type { OfferRow } from '@vitrine/store/deals/offers'
import { findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { newId } from '../ids.ts'
import { holdBook } from '../rights/hold-book.ts'
import { recordEntry } from '../rights/record-entry.ts'
import { takeUp } from '../rights/take-up.ts'
import type { Writing } from '../write.ts'
import { liveOptions } from './hold-rights.ts'
import { dealReference } from './step-deal.ts'

/**
 * Writes the licences of an accepted offer. Each film is checked on the committed rows with the house locked, as the rights
 * definition demands; the options that held it are taken up. One film that cannot be signed refuses all of them:
 * `rights-conflict`, and nothing is written.
 *
 * @returns the ids of the licences, in the order of the offer's lines
 */
export async function recordLicences(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  offer: OfferRow,
  locale: Locale,
): Promise<string[]> {
  const options = await findEntries(writing.trx, house.houseId, await liveOptions(house, writing, deal.id))
  const licences: string[] = []
  for (const [line, one] of offer.terms.lines.entries()) {
    const id = newId(Date.parse(writing.at))
    const { titleId } = one
    const terms = licenceOf(one, { party: deal.companyName, contract: dealReference(deal) })
    // Two lines of one film share its options: whichever comes first takes them up.
    const held = options.filter((option) => option.titleId === titleId && !licences.some((_, at) => offer.terms.lines[at]!.titleId === titleId)) // prettier-ignore
    const takesUp = held.map((option) => option.id)
    await takeUp(house, writing, actor, titleId, takesUp, id)
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, takesUp), true, locale)
    await recordEntry(house, writing, actor, { id, titleId, before: null, status: 'signed', terms, effective: null, verb: 'signDeal', note: null }) // prettier-ignore
    await putDealEntry(writing.trx, house.houseId, deal.id, { entryId: id, offerId: offer.id, line })
    licences.push(id)
  }
  return licences
}
