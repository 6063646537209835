/** Offers: every version of what was put to a buyer, or by one. */
import type { OfferSide, OfferTerms } from '@vitrine/deals/offer/offer'
import { priceOf } from '@vitrine/deals/offer/offer'
import type { OfferState } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface OfferRow {
  id: string
  dealId: string
  version: number
  side: OfferSide
  state: OfferState
  terms: OfferTerms
  totalMinor: number
  message: string | null
  answer: string | null
  createdAt: string
  updatedAt: string
  byId: string | null
  byName: string
  sentAt: string | null
  settledAt: string | null
  settledBy: string | null
  /** What it was before it was settled, and whose decision that was; null where it cannot be taken back. */
  settledFrom: OfferState | null
  settledSide: OfferSide | null
  revision: number
}

interface Raw {
  id: string
  deal_id: string
  version: number
  side: OfferSide
  state: OfferState
  terms: OfferTerms
  total_minor: unknown
  message: string | null
  answer: string | null
  created_at: unknown
  updated_at: unknown
  by_id: string | null
  by_name: string
  sent_at: unknown
  settled_at: unknown
  settled_by: string | null
  settled_from: OfferState | null
  settled_side: OfferSide | null
  revision: number
}

const toOffer = (raw: Raw): OfferRow => ({
  id: raw.id,
  dealId: raw.deal_id,
  version: raw.version,
  side: raw.side,
  state: raw.state,
  terms: raw.terms,
  totalMinor: Number(raw.total_minor),
  message: raw.message,
  answer: raw.answer,
  createdAt: instant(raw.created_at),
  updatedAt: instant(raw.updated_at),
  byId: raw.by_id,
  byName: raw.by_name,
  sentAt: instantOrNull(raw.sent_at),
  settledAt: instantOrNull(raw.settled_at),
  settledBy: raw.settled_by,
  settledFrom: raw.settled_from,
  settledSide: raw.settled_side,
  revision: raw.revision,
})

const columns = sql.raw('id, deal_id, version, side, state, terms, total_minor, message, answer, created_at, updated_at, by_id, by_name, sent_at, settled_at, settled_by, settled_from, settled_side, revision') // prettier-ignore

export async function findOffer(db: Asker, houseId: string, id: string): Promise<OfferRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from offer where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toOffer(rows[0])
}

/** All versions of a deal's offer, the newest first. */
export async function offersOfDeal(db: Asker, houseId: string, dealId: string): Promise<OfferRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from offer where house_id = ${houseId} and deal_id = ${dealId} order by version desc`.execute(db) // prettier-ignore
  return rows.map(toOffer)
}

/** Live offers whose last day has passed; of one deal, where it is named. */
export async function offersPast(db: Asker, houseId: string, today: string, dealId?: string): Promise<OfferRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from offer where house_id = ${houseId} and state = 'live' and expires < ${today}::date
      ${dealId === undefined ? sql`` : sql`and deal_id = ${dealId}`} order by expires, id`.execute(db)
  return rows.map(toOffer)
}

export interface OfferToPut {
  id: string
  dealId: string
  side: OfferSide
  state: 'draft' | 'live'
  terms: OfferTerms
  message: string | null
  at: string
  byId: string | null
  byName: string
}

/** A new version; answers with its number. */
export async function putOffer(trx: Asker, houseId: string, offer: OfferToPut): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into offer (house_id, id, deal_id, version, side, state, terms, currency, total_minor, expires, message, created_at, updated_at, by_id, by_name, sent_at)
    values (${houseId}, ${offer.id}, ${offer.dealId}, (select coalesce(max(version), 0) + 1 from offer where house_id = ${houseId} and deal_id = ${offer.dealId}),
      ${offer.side}, ${offer.state}, ${JSON.stringify(offer.terms)}::text::jsonb, ${offer.terms.currency}, ${priceOf(offer.terms)}::bigint, ${offer.terms.expires}::date,
      ${offer.message}, ${offer.at}::timestamptz, ${offer.at}::timestamptz, ${offer.byId}, ${offer.byName},
      case when ${offer.state} = 'live' then ${offer.at}::timestamptz end)
    returning version`.execute(trx)
  return rows[0]!.version
}

/** Other terms for a draft; the database refuses it for anything else. */
export async function redraftOfferRow(
  trx: Asker,
  houseId: string,
  id: string,
  draft: { terms: OfferTerms; message: string | null; at: string },
): Promise<void> {
  const { terms, message, at } = draft
  await sql`
    update offer set terms = ${JSON.stringify(terms)}::text::jsonb, currency = ${terms.currency}, total_minor = ${priceOf(terms)}::bigint,
      expires = ${terms.expires}::date, message = ${message}, updated_at = ${at}::timestamptz, revision = revision + 1
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** Another state of an offer: sent when it becomes live, settled when it is no longer. */
export async function stepOfferRow(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: OfferState; answer?: string | null; side?: OfferSide; byName: string; at: string },
): Promise<void> {
  const { state, answer, side, byName, at } = step
  const live = state === 'live'
  await sql`
    update offer set state = ${state}, answer = coalesce(${answer ?? null}, answer), updated_at = ${at}::timestamptz, revision = revision + 1,
      sent_at = case when ${live} then ${at}::timestamptz else sent_at end,
      settled_at = case when ${live} then null else ${at}::timestamptz end,
      settled_by = case when ${live} then null else ${byName} end,
      settled_from = case when ${live} then null else state end, settled_side = ${live ? null : (side ?? null)},
      answer_before = case when ${live} then null else answer end
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** A decision is taken back: the offer says again what it said before. `settled` is how it came to be what it is again. */
export async function takeOfferBack(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: OfferState; settled: { at: string; byName: string } | null; at: string },
): Promise<void> {
  const { state, settled, at } = step
  await sql`
    update offer set state = ${state}, answer = answer_before, answer_before = null, settled_from = null, settled_side = null,
      settled_at = ${settled?.at ?? null}::timestamptz, settled_by = ${settled?.byName ?? null}, updated_at = ${at}::timestamptz, revision = revision + 1
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}
