/** What an offer does to the rights book: a live one holds its rights as options, which its end sets free again. */
import { optionOf } from '@vitrine/deals/offer/rights-of-offer'
import { wouldBe } from '@vitrine/rights/check/would-be'
import type { Locale } from '@vitrine/messages'
import type { DealRow } from '@vitrine/store/deals/deals'
import { entriesOfDeal, putDealEntry } from '@vitrine/store/deals/links'
import type { OfferRow } from '@vitrine/store/deals/offers'
import type { Asker } from '@vitrine/store/asker'
import { type EntryRow, findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { newId } from '../ids.ts'
import { holdBook } from '../rights/hold-book.ts'
import { recordEntry } from '../rights/record-entry.ts'
import type { Writing } from '../write.ts'
import { dealReference } from './step-deal.ts'

/**
 * Writes an option for each line of an offer that goes live, checked as any entry is: `rights-conflict` when the rights are
 * gone, held for another, or not the house's. An offer without an end holds nothing.
 */
export async function holdRights(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  offer: Pick<OfferRow, 'id' | 'terms'>,
  locale: Locale,
): Promise<void> {
  const { expires, lines } = offer.terms
  if (expires === null) return
  for (const [line, { titleId }] of lines.entries()) {
    const id = newId(Date.parse(writing.at))
    const terms = optionOf(lines[line]!, { party: deal.companyName, contract: dealReference(deal) }, expires)
    const own = await liveOptions(house, writing, deal.id)
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, own), true, locale)
    await recordEntry(house, writing, actor, { id, titleId, before: null, status: 'signed', terms, effective: null, verb: 'sendOffer', note: null }) // prettier-ignore
    await putDealEntry(writing.trx, house.houseId, deal.id, { entryId: id, offerId: offer.id, line })
  }
}

/** The options that a deal holds at this moment. */
export async function liveOptions(house: HouseContext, writing: Writing, dealId: string): Promise<string[]> {
  return (await optionsHeld(house, writing.trx, dealId)).map(({ id }) => id)
}

/** The same as entries of the book, as whatever `db` sees them. */
export async function optionsHeld(house: HouseContext, db: Asker, dealId: string): Promise<EntryRow[]> {
  const links = await entriesOfDeal(db, house.houseId, dealId)
  const rows = await findEntries(db, house.houseId, links.map(({ entryId }) => entryId)) // prettier-ignore
  return rows.filter((row) => row.kind === 'option' && row.status === 'signed')
}

/** Sets free what a deal's offers hold. `why` is the state that its options end in. */
export async function freeRights(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  dealId: string,
  why: 'expired' | 'rejected',
  verb: string,
): Promise<void> {
  for (const row of await optionsHeld(house, writing.trx, dealId))
    await recordEntry(house, writing, actor, { id: row.id, titleId: row.titleId, before: row, status: why, terms: row.terms, effective: null, verb, note: null }) // prettier-ignore
}
