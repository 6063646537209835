/** What an offer does to the rights book: a live one holds its rights as options, which its end sets free again. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import type { OfferTerms } from '@vitrine/deals/offer/offer'
import { licenceOf, optionOf } from '@vitrine/deals/offer/rights-of-offer'
import { wouldBe } from '@vitrine/rights/check/would-be'
import { writeDay } from '@vitrine/rights/days/day'
import type { Locale } from '@vitrine/messages'
import type { DealRow } from '@vitrine/store/deals/deals'
import { entriesOfDeal, putDealEntry } from '@vitrine/store/deals/links'
import type { OfferRow } from '@vitrine/store/deals/offers'
import type { Asker } from '@vitrine/store/asker'
import { type EntryRow, findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError, isHouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import { holdBook } from '../rights/hold-book.ts'
import { recordEntry } from '../rights/record-entry.ts'
import { todayOf } from '../rights/today.ts'
import type { Writing } from '../write.ts'
import { dealReference } from './step-deal.ts'

/** The id of a licence that is not in the book yet. */
const NOT_YET = 'new'

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
  verb: AuditVerb = 'sendOffer',
): Promise<void> {
  const { expires, lines } = offer.terms
  if (expires === null) return
  for (const [line, { titleId }] of lines.entries()) {
    const id = newId(Date.parse(writing.at))
    const terms = optionOf(lines[line]!, { party: deal.companyName, contract: dealReference(deal) }, expires)
    const own = await liveOptions(house, writing, deal.id)
    await holdBook(house, writing.trx, titleId, wouldBe(id, terms, own), true, locale)
    await recordEntry(house, writing, actor, { id, titleId, before: null, status: 'signed', terms, effective: null, verb, note: null }) // prettier-ignore
    await putDealEntry(writing.trx, house.houseId, deal.id, { entryId: id, offerId: offer.id, line })
  }
}

/**
 * Lets an offer go out or be agreed to, or fails with `rights-conflict`: each line is checked as the licence that it would
 * become, beside what the deal itself holds.
 */
export async function holdLicensable(
  house: HouseContext,
  writing: Writing,
  deal: DealRow,
  { lines }: OfferTerms,
  locale: Locale,
): Promise<void> {
  const own = await liveOptions(house, writing, deal.id)
  for (const line of lines) {
    const licence = licenceOf(line, { party: deal.companyName, contract: dealReference(deal) })
    await holdBook(house, writing.trx, line.titleId, wouldBe(NOT_YET, licence, own), true, locale)
  }
}

/** How long what was agreed is held for its signature. */
const DAYS_TO_SIGN = 90

/**
 * What was agreed is held until it is signed: its options go on for ninety days at least. An offer that had no end, or came
 * from the buyer, held nothing until now.
 */
export async function keepRights(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  offer: OfferRow,
  locale: Locale,
): Promise<void> {
  await holdLicensable(house, writing, deal, offer.terms, locale)
  const until = writeDay(todayOf(house) + DAYS_TO_SIGN)!
  const options = await optionsHeld(house, writing.trx, deal.id)
  if (options.length === 0) {
    const expires = offer.terms.expires !== null && offer.terms.expires > until ? offer.terms.expires : until
    await holdRights(house, writing, actor, deal, { id: offer.id, terms: { ...offer.terms, expires } }, locale)
    return
  }
  const own = options.map(({ id }) => id)
  for (const option of options.filter(({ expires }) => expires !== null && expires < until)) {
    const terms = { ...option.terms, expires: until }
    await holdBook(house, writing.trx, option.titleId, wouldBe(option.id, terms, own), true, locale)
    await recordEntry(house, writing, actor, { id: option.id, titleId: option.titleId, before: option, status: 'signed', terms, effective: null, verb: 'acceptOffer', note: null }) // prettier-ignore
  }
}

/**
 * The book holds again what an offer held before a decision on it was taken back: its options through `lastDay`, or none
 * (null). What was set free meanwhile is checked as when the offer went out: somebody may have it now.
 */
export async function holdAgain(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  offer: OfferRow,
  lastDay: string | null,
  locale: Locale,
): Promise<void> {
  const verb = 'undoOffer'
  const held = await optionsHeld(house, writing.trx, deal.id)
  if (held.length === 0) await holdRights(house, writing, actor, deal, { id: offer.id, terms: { ...offer.terms, expires: lastDay } }, locale, verb) // prettier-ignore
  else if (lastDay === null) await freeRights(house, writing, actor, deal.id, 'rejected', verb)
  else
    for (const option of held.filter(({ expires }) => expires !== lastDay))
      await recordEntry(house, writing, actor, { id: option.id, titleId: option.titleId, before: option, status: 'signed', terms: { ...option.terms, expires: lastDay }, effective: null, verb, note: null }) // prettier-ignore
}

/** That the rights are gone is the buyer's to know; to whom they went is not. */
export function forBuyer(actor: Actor, thrown: unknown): unknown {
  return actor.role === 'buyer' && isHouseError(thrown) && thrown.code === 'rights-conflict'
    ? new HouseError('rights-conflict', { objections: [] })
    : thrown
}

/** The options that a deal holds at this moment. */
export async function liveOptions(house: HouseContext, writing: Pick<Writing, 'trx'>, dealId: string): Promise<string[]> {
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
  verb: AuditVerb,
): Promise<void> {
  for (const row of await optionsHeld(house, writing.trx, dealId))
    await recordEntry(house, writing, actor, { id: row.id, titleId: row.titleId, before: row, status: why, terms: row.terms, effective: null, verb, note: null }) // prettier-ignore
}
