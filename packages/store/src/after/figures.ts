/** Sums over what was sold and what may be. Every table of sales is a sum of the same lines, so that all come to one total. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface Window {
  from: string
  to: string
}
export interface Summed {
  key: string
  name: string
  minor: number
  deals: number
  id: string | null
}

interface RawSum {
  key: string | null
  name: string | null
  minor: unknown
  deals: unknown
}

/** How many rows a table is cut to: those that come to most. null: all of them. */
export type Most = number | null
/** The rows of a table that may be cut, and how many there are in all. */
export interface Cut {
  rows: Omit<Summed, 'id'>[]
  of: number
}
const sums = (rows: readonly RawSum[]): Omit<Summed, 'id'>[] =>
  rows.map(({ key, name, minor, deals }) => ({ key: key ?? '', name: name ?? '', minor: Number(minor), deals: Number(deals) }))

/** Lines whose worth is known, of sales signed in these days. */
const sold = (houseId: string, { from, to }: Window) =>
  sql`from sale_line s where s.house_id = ${houseId} and s.signed_on between ${from}::date and ${to}::date and s.house_minor is not null`

export interface SalesByDeal {
  total: SalesTotal
  period: Omit<Summed, 'id'>[]
  /** Sales of nobody have an empty key. */
  agent: Omit<Summed, 'id'>[]
  company: Cut
}

/** By period, by agent and by company, and all together: in one reading of the lines, each deal once. Only companies that are told are named. */
export async function salesByDeal(
  db: Asker,
  houseId: string,
  window: Window,
  by: 'month' | 'quarter' | 'year',
  most: Most,
): Promise<SalesByDeal> {
  const { rows } = await sql<
    RawSum & { kind: 'period' | 'agent' | 'company' | 'total'; first: string | null; last: string | null; of: unknown }
  >`
    with sale as materialized (
      select s.deal_id, min(s.signed_on) as signed_on, sum(s.house_minor)::bigint as minor, min(s.rate_day) as first, max(s.rate_day) as last ${sold(houseId, window)} group by s.deal_id
    ), summed as materialized (
      select to_char(date_trunc(${sql.lit(by)}, s.signed_on), 'YYYY-MM-DD') as period, d.owner_id, d.company_id, grouping(date_trunc(${sql.lit(by)}, s.signed_on), d.owner_id, d.company_id) as kind,
        sum(s.minor) as minor, count(*) as deals, min(s.first) as first, max(s.last) as last
      from sale s join deal d on d.house_id = ${houseId} and d.id = s.deal_id
      group by grouping sets ((date_trunc(${sql.lit(by)}, s.signed_on)), (d.owner_id), (d.company_id), ())
    ), told as (
      select x.*, row_number() over (partition by x.kind order by x.minor desc nulls last, x.company_id) as place, count(*) over (partition by x.kind) as of from summed x
    )
    select case x.kind when 3 then 'period' when 5 then 'agent' when 6 then 'company' else 'total' end as kind, coalesce(x.period, x.owner_id, x.company_id) as key,
      coalesce(u.name, c.name) as name, x.minor, x.deals, x.first, x.last, x.of
    from told x left join member u on u.house_id = ${houseId} and u.user_id = x.owner_id left join company c on c.house_id = ${houseId} and c.id = x.company_id
    ${most === null ? sql`` : sql`where x.kind <> 6 or x.place <= ${most}`}
    order by x.minor desc nulls last, 3, 2`.execute(db)
  const of = (kind: string) => sums(rows.filter((row) => row.kind === kind))
  const total = rows.find((row) => row.kind === 'total')
  return {
    total: {
      minor: Number(total?.minor ?? 0),
      deals: Number(total?.deals ?? 0),
      firstRate: total?.first ?? null,
      lastRate: total?.last ?? null,
    },
    period: of('period').toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    agent: of('agent'),
    company: { rows: of('company'), of: Number(rows.find((row) => row.kind === 'company')?.of ?? 0) },
  }
}

export async function salesByTitle(db: Asker, houseId: string, window: Window, most: Most): Promise<Cut> {
  const { rows } = await sql<RawSum & { of: unknown }>`
    select x.title_id as key, coalesce(t.card->>'title', t.sheet->>'title') as name, x.minor, x.deals, x.of
    from (select s.title_id, sum(s.minor) as minor, count(*) as deals, count(*) over () as of
      from (select s.title_id, s.deal_id, sum(s.house_minor)::bigint as minor ${sold(houseId, window)} group by s.title_id, s.deal_id) as s group by s.title_id
      order by sum(s.minor) desc, s.title_id ${most === null ? sql`` : sql`limit ${most}`}) as x
      join title t on t.house_id = ${houseId} and t.id = x.title_id
    order by x.minor desc, 2, x.title_id`.execute(db)
  return { rows: sums(rows), of: Number(rows[0]?.of ?? 0) }
}

/** What was sold for each set of countries; who shares it among them is the house. */
export async function salesByTerritorySet(
  db: Asker,
  houseId: string,
  window: Window,
): Promise<{ leaves: string[]; minor: number; deals: number }[]> {
  const { rows } = await sql<{ leaves: string[]; minor: unknown; deals: unknown }>`
    select t.leaves, x.minor, x.deals
    from (select s.territories, sum(s.minor) as minor, count(*) as deals
      from (select s.territories, s.deal_id, sum(s.house_minor)::bigint as minor ${sold(houseId, window)} group by s.territories, s.deal_id) as s group by s.territories) as x
      join territory_set t on t.house_id = ${houseId} and t.hash = x.territories order by x.territories`.execute(db)
  return rows.map(({ leaves, minor, deals }) => ({ leaves, minor: Number(minor), deals: Number(deals) }))
}

export interface SalesTotal {
  minor: number
  deals: number
  firstRate: string | null
  lastRate: string | null
}

/** Sales whose currency has no rate for their day: they are in no sum, and that is said. */
export async function unconverted(
  db: Asker,
  houseId: string,
  { from, to }: Window,
): Promise<{ currency: string; minor: number; deals: number }[]> {
  const { rows } = await sql<{ currency: string; minor: unknown; deals: unknown }>`
    select currency, sum(minor) as minor, count(distinct deal_id) as deals from sale_line
    where house_id = ${houseId} and signed_on between ${from}::date and ${to}::date and house_minor is null group by currency order by currency`.execute(
    db,
  )
  return rows.map(({ currency, minor, deals }) => ({ currency, minor: Number(minor), deals: Number(deals) }))
}

export interface Hoped {
  month: string | null
  currency: string
  deals: number
  /** The sums of prices, and of prices times percent. */
  minor: number
  weighted: number
}

/**
 * Deals that are not decided, by the month in which they are expected to be signed and by currency: the price of the offer
 * that is live or accepted (which of the two it has, its state says), else what the agent hopes for, weighed by likelihood.
 */
export async function hopes(
  db: Asker,
  houseId: string,
  likelihood: Record<'open' | 'offered' | 'agreed' | 'contracted', number>,
): Promise<Hoped[]> {
  const { rows } = await sql<{ month: string | null; currency: string; deals: unknown; minor: unknown; weighted: unknown }>`
    select to_char(date_trunc('month', d.closes_on), 'YYYY-MM-DD') as month, coalesce(o.currency, d.currency) as currency, count(*) as deals,
      sum(coalesce(o.total_minor, d.expected_minor)) as minor,
      sum(coalesce(o.total_minor, d.expected_minor) * coalesce(d.likelihood, case d.state when 'open' then ${likelihood.open}::integer
        when 'offered' then ${likelihood.offered}::integer when 'agreed' then ${likelihood.agreed}::integer else ${likelihood.contracted}::integer end)) as weighted
    from deal d left join offer o on o.house_id = d.house_id and o.deal_id = d.id
      and o.state = case d.state when 'offered' then 'live' when 'agreed' then 'accepted' when 'contracted' then 'accepted' end
    where d.house_id = ${houseId} and d.state in ('open', 'offered', 'agreed', 'contracted')
    group by 1, 2 order by 1 nulls last, 2`.execute(db)
  return rows.map((row) => ({
    month: row.month,
    currency: row.currency,
    deals: Number(row.deals),
    minor: Number(row.minor),
    weighted: Number(row.weighted),
  }))
}

/** Of the deals opened in these days: how many were ever offered, agreed, signed. */
export async function funnel(
  db: Asker,
  houseId: string,
  { from, to }: Window,
): Promise<{ opened: number; offered: number; agreed: number; signed: number }> {
  const { rows } = await sql<{ opened: unknown; offered: unknown; agreed: unknown; signed: unknown }>`
    select count(*) as opened, count(*) filter (where d.signed_on is not null or o.sent) as offered, count(*) filter (where d.signed_on is not null or o.agreed) as agreed,
      count(*) filter (where d.signed_on is not null) as signed
    from deal d left join (select deal_id, bool_or(sent_at is not null or state not in ('draft', 'withdrawn')) as sent, bool_or(state = 'accepted') as agreed
      from offer where house_id = ${houseId} group by deal_id) as o on o.deal_id = d.id
    where d.house_id = ${houseId} and d.created_at >= ${from}::date and d.created_at < ${to}::date + 1`.execute(db)
  const [row] = rows
  return { opened: Number(row!.opened), offered: Number(row!.offered), agreed: Number(row!.agreed), signed: Number(row!.signed) }
}

/** Deals that were lost in these days, by reason and currency: how many, and what was last offered or hoped for. */
export async function losses(
  db: Asker,
  houseId: string,
  { from, to }: Window,
): Promise<{ reason: string; currency: string; deals: number; minor: number }[]> {
  const { rows } = await sql<{ reason: string; currency: string; deals: unknown; minor: unknown }>`
    select d.lost_reason as reason, coalesce(o.currency, d.currency) as currency, count(*) as deals, sum(coalesce(o.total_minor, d.expected_minor)) as minor
    from deal d left join lateral (select o.currency, o.total_minor from offer o where o.house_id = d.house_id and o.deal_id = d.id and o.state <> 'draft'
      order by o.version desc limit 1) as o on true
    where d.house_id = ${houseId} and d.state = 'lost' and d.state_since >= ${from}::date and d.state_since < ${to}::date + 1
    group by 1, 2 order by 1, 2`.execute(db)
  return rows.map((row) => ({ reason: row.reason, currency: row.currency, deals: Number(row.deals), minor: Number(row.minor) }))
}
