/** Deals by what is asked of them: pages of a list, totals of the board. */
import type { DealState } from '@vitrine/deals/states/machines'
import { type RawBuilder, sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { wordsMatch } from '../contacts/words-match.ts'
import { dealColumns, type DealRow, type RawDeal, toDeal } from './deals.ts'

export interface DealsAsked {
  state?: DealState | undefined
  /** null: nobody's. */
  ownerId?: string | null | undefined
  companyId?: string | undefined
  titleId?: string | undefined
  /** Films of which it has one at least. */
  titleIds?: readonly string[] | undefined
  /** Countries of which what is offered, or was last, covers one at least. */
  leaves?: readonly string[] | undefined
  /** The first and the last day between which its own day lies: see `dayOfDeal`. */
  from?: string | undefined
  to?: string | undefined
  /** Folded words, each to be found in the deal's name or its company's. */
  words: readonly string[]
  /** A number that was typed: D-12. */
  number: number | null
  /** Only those in which something was offered: what a buyer knows of. */
  offered?: boolean | undefined
}

/** The day that a deal counts on: of its signature, or of its loss; else the one on which it is expected, or since when it is where it is. */
const dayOfDeal = sql`coalesce(d.signed_on, case when d.state <> 'lost' then d.closes_on end, (d.state_since at time zone 'UTC')::date)`

const among = (
  houseId: string,
  { state, ownerId, companyId, titleId, titleIds, leaves, from, to, words, number, offered }: DealsAsked,
): RawBuilder<unknown> => sql`
  d.house_id = ${houseId}
  ${state === undefined ? sql`` : sql`and d.state = ${state}`}
  ${ownerId === undefined ? sql`` : ownerId === null ? sql`and d.owner_id is null` : sql`and d.owner_id = ${ownerId}`}
  ${companyId === undefined ? sql`` : sql`and d.company_id = ${companyId}`}
  ${titleId === undefined ? sql`` : sql`and exists (select 1 from deal_title t where t.house_id = d.house_id and t.deal_id = d.id and t.title_id = ${titleId})`}
  ${titleIds === undefined ? sql`` : sql`and d.id in (select t.deal_id from deal_title t where t.house_id = ${houseId} and t.title_id = any(${[...titleIds]}::text[]))`}
  ${leaves === undefined ? sql`` : sql`and d.territories in (select s.hash from territory_set s where s.house_id = ${houseId} and s.leaves ?| ${[...leaves]}::text[])`}
  ${from === undefined ? sql`` : sql`and ${dayOfDeal} >= ${from}::date`}
  ${to === undefined ? sql`` : sql`and ${dayOfDeal} <= ${to}::date`}
  ${offered === true ? sql`and exists (select 1 from offer f where f.house_id = d.house_id and f.deal_id = d.id and f.sent_at is not null)` : sql``}
  ${
    number === null
      ? wordsMatch(words, (like) => sql`(d.search like ${like} or d.company_id in (select k.id from company k where k.house_id = ${houseId} and k.search like ${like}))`) // prettier-ignore
      : sql`and d.number = ${number}`
  }`

/** The newest first; `after` is the last one of the page before. */
export async function listDealRows(
  db: Asker,
  houseId: string,
  asked: DealsAsked & { after: { updatedAt: string; id: string } | null; limit: number },
): Promise<DealRow[]> {
  const { rows } = await sql<RawDeal>`
    ${dealColumns} where ${among(houseId, asked)}
      ${asked.after === null ? sql`` : sql`and (d.updated_at, d.id) < (${asked.after.updatedAt}::timestamptz, ${asked.after.id})`}
    order by d.updated_at desc, d.id desc limit ${asked.limit}`.execute(db)
  return rows.map(toDeal)
}

export async function countDealRows(db: Asker, houseId: string, asked: DealsAsked): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`select count(*) as n from deal d where ${among(houseId, asked)}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** How many in each state, and what they are expected to bring, currency by currency. */
export async function sumDealRows(
  db: Asker,
  houseId: string,
  asked: DealsAsked,
): Promise<{ state: DealState; currency: string; total: number; minor: number }[]> {
  const { rows } = await sql<{ state: DealState; currency: string; n: unknown; minor: unknown }>`
    select d.state, d.currency, count(*) as n, sum(d.expected_minor) as minor from deal d where ${among(houseId, asked)}
    group by d.state, d.currency order by d.state, 4 desc`.execute(db)
  return rows.map(({ state, currency, n, minor }) => ({ state, currency, total: Number(n), minor: Number(minor) }))
}

/** What sales came to, in their own currency and in the house's at the rate of the day each was signed; without a rate it is in no sum. */
export interface SoldRow {
  state: DealState
  currency: string
  houseMinor: number
  /** What has no rate. */
  unconverted: number
  firstRate: string | null
  lastRate: string | null
}

/** The worth of what was signed, by state and currency, as the figures have it. */
export async function sumSoldRows(db: Asker, houseId: string, asked: DealsAsked): Promise<SoldRow[]> {
  const { rows } = await sql<{
    state: DealState
    currency: string
    house: unknown
    rest: unknown
    first: string | null
    last: string | null
  }>`
    select d.state, s.currency, coalesce(sum(s.house_minor), 0) as house, coalesce(sum(s.minor) filter (where s.house_minor is null), 0) as rest,
      min(s.rate_day) as first, max(s.rate_day) as last
    from deal d join sale_line s on s.house_id = d.house_id and s.deal_id = d.id
    where ${among(houseId, asked)} and d.signed_on is not null group by d.state, s.currency order by d.state, s.currency`.execute(
    db,
  )
  return rows.map(({ state, currency, house, rest, first, last }) => ({
    state,
    currency,
    houseMinor: Number(house),
    unconverted: Number(rest),
    firstRate: first,
    lastRate: last,
  }))
}

/** Who has deals. */
export async function ownersOfDeals(db: Asker, houseId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select m.user_id as id, m.name from member m
    where m.house_id = ${houseId} and exists (select 1 from deal d where d.house_id = ${houseId} and d.owner_id = m.user_id) order by lower(m.name), m.user_id`.execute(
    db,
  )
  return rows
}

/** The films of many deals at once; `offered`: those that were put to the buyer. */
export async function titlesOfDeals(
  db: Asker,
  houseId: string,
  dealIds: readonly string[],
  offered: boolean,
): Promise<Map<string, { id: string; title: string }[]>> {
  const found = new Map<string, { id: string; title: string }[]>()
  if (dealIds.length === 0) return found
  const { rows } = await sql<{ deal_id: string; id: string; title: string }>`
    select d.deal_id, t.id, t.card->>'title' as title from deal_title d join title t on t.house_id = d.house_id and t.id = d.title_id
    where d.house_id = ${houseId} and d.deal_id in (select jsonb_array_elements_text(${JSON.stringify(dealIds)}::text::jsonb))
      ${offered ? sql`and exists (select 1 from offer o, jsonb_array_elements(o.terms->'lines') as l where o.house_id = d.house_id and o.deal_id = d.deal_id and o.sent_at is not null and l->>'titleId' = t.id)` : sql``}
    order by lower(t.card->>'title'), t.id`.execute(db)
  for (const { deal_id, id, title } of rows) found.set(deal_id, [...(found.get(deal_id) ?? []), { id, title }])
  return found
}
