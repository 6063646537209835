/** Deals as they stand. */
import type { DealState } from '@vitrine/deals/states/machines'
import { fold } from '@vitrine/catalogue/model/slug'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface DealRow {
  id: string
  number: number
  name: string
  state: DealState
  companyId: string
  companyName: string
  contactId: string | null
  ownerId: string | null
  owner: string | null
  requestId: string | null
  marketId: string | null
  currency: string
  locale: 'en' | 'fr'
  expectedMinor: number
  likelihood: number | null
  closesOn: string | null
  lostReason: string | null
  lostNote: string | null
  signedOn: string | null
  revision: number
  createdAt: string
  updatedAt: string
  stateSince: string
}

/** As the database gives it. */
export interface RawDeal {
  id: string
  number: number
  name: string
  state: DealState
  company_id: string
  company_name: string
  contact_id: string | null
  owner_id: string | null
  owner: string | null
  request_id: string | null
  market_id: string | null
  currency: string
  locale: 'en' | 'fr'
  expected_minor: unknown
  likelihood: number | null
  closes_on: string | null
  lost_reason: string | null
  lost_note: string | null
  signed_on: string | null
  revision: number
  created_at: unknown
  updated_at: unknown
  state_since: unknown
}

export const toDeal = (raw: RawDeal): DealRow => ({
  id: raw.id,
  number: raw.number,
  name: raw.name,
  state: raw.state,
  companyId: raw.company_id,
  companyName: raw.company_name,
  contactId: raw.contact_id,
  ownerId: raw.owner_id,
  owner: raw.owner,
  requestId: raw.request_id,
  marketId: raw.market_id,
  currency: raw.currency,
  locale: raw.locale,
  expectedMinor: Number(raw.expected_minor),
  likelihood: raw.likelihood,
  closesOn: raw.closes_on,
  lostReason: raw.lost_reason,
  lostNote: raw.lost_note,
  signedOn: raw.signed_on,
  revision: raw.revision,
  createdAt: instant(raw.created_at),
  updatedAt: instant(raw.updated_at),
  stateSince: instant(raw.state_since),
})

/** What every reading of deals selects; `d` is the deal, `c` its company, `o` its owner. */
export const dealColumns = sql`
  select d.id, d.number, d.name, d.state, d.company_id, c.name as company_name, d.contact_id, d.owner_id, o.name as owner, d.request_id, d.market_id, d.currency, d.locale,
    d.expected_minor, d.likelihood, d.closes_on, d.lost_reason, d.lost_note, d.signed_on, d.revision, d.created_at, d.updated_at, d.state_since
  from deal d join company c on c.house_id = d.house_id and c.id = d.company_id
  left join member o on o.house_id = d.house_id and o.user_id = d.owner_id`

export async function findDeal(db: Asker, houseId: string, id: string): Promise<DealRow | null> {
  const { rows } = await sql<RawDeal>`${dealColumns} where d.house_id = ${houseId} and d.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toDeal(rows[0])
}

/** What a new deal is given; the rest it gets by itself. */
export type DealToOpen = Pick<DealRow, 'id' | 'name' | 'companyId' | 'contactId' | 'ownerId' | 'requestId' | 'marketId' | 'currency' | 'locale' | 'expectedMinor' | 'closesOn'> // prettier-ignore

/** Opens a deal under the next number of the house, which is locked: numbers have no gaps. */
export async function openDealRow(trx: Asker, houseId: string, deal: DealToOpen, at: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into deal (house_id, id, number, name, search, state, company_id, contact_id, owner_id, request_id, market_id, currency, locale, expected_minor, closes_on,
      created_at, updated_at, state_since)
    values (${houseId}, ${deal.id}, (select coalesce(max(number), 0) + 1 from deal where house_id = ${houseId}), ${deal.name}, ${fold(deal.name)}, 'open', ${deal.companyId},
      ${deal.contactId}, ${deal.ownerId}, ${deal.requestId}, ${deal.marketId}, ${deal.currency}, ${deal.locale}, ${deal.expectedMinor}::bigint, ${deal.closesOn}::date,
      ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)
    returning number`.execute(trx)
  return rows[0]!.number
}

export type DealFields = Partial<Pick<DealRow, 'name' | 'contactId' | 'ownerId' | 'marketId' | 'expectedMinor' | 'likelihood' | 'closesOn' | 'locale'>> // prettier-ignore

/** Writes what people change by hand. */
export async function changeDealRow(trx: Asker, houseId: string, id: string, fields: DealFields, at: string): Promise<void> {
  await sql`
    update deal set name = r.name, search = coalesce(${fields.name === undefined ? null : fold(fields.name)}, search), contact_id = r."contactId", owner_id = r."ownerId", market_id = r."marketId", expected_minor = r."expectedMinor",
      likelihood = r.likelihood, closes_on = r."closesOn", locale = r.locale, revision = deal.revision + 1, updated_at = ${at}::timestamptz
    from (select * from jsonb_to_record(
      (select jsonb_build_object('name', name, 'contactId', contact_id, 'ownerId', owner_id, 'marketId', market_id, 'expectedMinor', expected_minor,
        'likelihood', likelihood, 'closesOn', closes_on, 'locale', locale) from deal where house_id = ${houseId} and id = ${id})
      || ${JSON.stringify(fields)}::text::jsonb)
      as r(name text, "contactId" text, "ownerId" text, "marketId" text, "expectedMinor" bigint, likelihood smallint, "closesOn" date, locale text)) as r
    where deal.house_id = ${houseId} and deal.id = ${id}`.execute(trx)
}

/** Another state. The database refuses one that does not follow. */
export async function stepDealRow(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: DealState; lostReason?: string | null; lostNote?: string | null; signedOn?: string | null; at: string },
): Promise<void> {
  await sql`
    update deal set state = ${step.state}, lost_reason = ${step.lostReason ?? null}, lost_note = ${step.lostNote ?? null},
      signed_on = coalesce(${step.signedOn ?? null}::date, signed_on), revision = revision + 1, updated_at = ${step.at}::timestamptz,
      state_since = ${step.at}::timestamptz
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** What an offer that goes out says of the price, in place of what was hoped for. */
export async function priceDealRow(
  trx: Asker,
  houseId: string,
  id: string,
  price: { currency: string; minor: number },
): Promise<void> {
  await sql`
    update deal set currency = ${price.currency}, expected_minor = ${price.minor}::bigint where house_id = ${houseId} and id = ${id}`.execute(trx) // prettier-ignore
}
