/** What a company asked for, was sent, was offered, bought and turned down: by its deals, and by the names and mail addresses it goes by. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface GoesBy {
  /** In any case. */
  names: readonly string[]
  emails: readonly string[]
}

const oneOf = (texts: readonly string[]): RawBuilder<unknown> =>
  sql`(select lower(x) from jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb) as x)`

export async function requestsOf(db: Asker, houseId: string, companyId: string, { names, emails }: GoesBy, limit: number) {
  const { rows } = await sql<{ id: string; title_id: string | null; title: string | null; name: string; message: string | null; state: string; at: unknown }>`
    select r.id, r.title_ids->>0 as title_id,
      (select string_agg(t.card->>'title', ', ' order by lower(t.card->>'title')) from title t where t.house_id = r.house_id and t.id in (select jsonb_array_elements_text(r.title_ids))) as title,
      r.name, r.message, r.state, r.at
    from request r
    where r.house_id = ${houseId} and (r.company_id = ${companyId} or lower(r.email) in ${oneOf(emails)} or lower(r.company_name) in ${oneOf(names)})
    order by r.at desc, r.id desc limit ${limit}`.execute(db) // prettier-ignore
  return rows.map(({ title_id: titleId, at, ...rest }) => ({ ...rest, titleId, at: instant(at) }))
}

export async function listsOf(db: Asker, houseId: string, { names, emails }: GoesBy, limit: number) {
  const { rows } = await sql<{
    id: string
    to_name: string
    films: unknown
    at: unknown
    opened_at: unknown
    recalled_at: unknown
  }>`
    select id, to_name, jsonb_array_length(title_ids) as films, at, opened_at, recalled_at from availability_list
    where house_id = ${houseId} and (lower(to_email) in ${oneOf(emails)} or lower(to_company) in ${oneOf(names)})
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    toName: row.to_name,
    films: Number(row.films),
    at: instant(row.at),
    openedAt: instantOrNull(row.opened_at),
    recalledAt: instantOrNull(row.recalled_at),
  }))
}

/** Licences that were signed with it, in a deal or by its name, also those that have ended. */
export async function boughtBy(db: Asker, houseId: string, companyId: string, { names }: GoesBy, limit: number) {
  const { rows } = await sql<{ id: string; title_id: string; title: string | null; status: string; first_day: string | null; last_day: string | null; contract: string | null; deal_id: string | null }>`
    select e.id, e.title_id, t.card->>'title' as title, e.status, e.first_day, e.last_day, e.contract, k.deal_id
    from rights_entry e join title t on t.house_id = e.house_id and t.id = e.title_id
    left join deal_entry k on k.house_id = e.house_id and k.entry_id = e.id
    where e.house_id = ${houseId} and e.kind = 'licence' and e.status not in ('draft', 'rejected')
      and e.id in (
        select x.id from rights_entry x where x.house_id = ${houseId} and lower(x.party) in ${oneOf(names)}
        union select x.entry_id from deal_entry x join deal d on d.house_id = x.house_id and d.id = x.deal_id where x.house_id = ${houseId} and d.company_id = ${companyId})
    order by e.first_day desc nulls last, e.id limit ${limit}`.execute(db) // prettier-ignore
  return rows.map((row) => ({
    id: row.id,
    titleId: row.title_id,
    title: row.title ?? '',
    status: row.status,
    firstDay: row.first_day,
    lastDay: row.last_day,
    contract: row.contract,
    dealId: row.deal_id,
  }))
}

export async function metWith(db: Asker, houseId: string, companyId: string, limit: number) {
  const { rows } = await sql<{ id: string; market_id: string; market: string; day: string; notes: string }>`
    select m.id, m.market_id, k.name as market, m.day, m.notes from meeting m join market k on k.house_id = m.house_id and k.id = m.market_id
    where m.house_id = ${houseId} and m.company_id = ${companyId} and m.removed_at is null order by m.day desc, m.from_minute desc, m.id limit ${limit}`.execute(
    db,
  )
  return rows.map(({ market_id: marketId, ...rest }) => ({ ...rest, marketId }))
}

/** Offers of the house that stand, in deals that are not signed yet. */
export async function offeredTo(db: Asker, houseId: string, companyId: string, limit: number) {
  const { rows } = await sql<{ id: string; deal_id: string; number: number; state: 'live' | 'accepted'; currency: string; total_minor: unknown; at: unknown }>`
    select o.id, d.id as deal_id, d.number, o.state, o.currency, o.total_minor, o.sent_at as at
    from deal d join offer o on o.house_id = d.house_id and o.deal_id = d.id
    where d.house_id = ${houseId} and d.company_id = ${companyId} and d.state in ('offered', 'agreed', 'contracted') and o.state in ('live', 'accepted')
    order by o.sent_at desc, o.id desc limit ${limit}`.execute(db) // prettier-ignore
  return rows.map((row) => ({ id: row.id, dealId: row.deal_id, number: row.number, state: row.state, currency: row.currency, minor: Number(row.total_minor), at: instant(row.at) })) // prettier-ignore
}

/** What it turned down: deals that were lost, with why, and offers that it declined and that nothing has followed. */
export async function refusedBy(db: Asker, houseId: string, companyId: string, limit: number) {
  const { rows } = await sql<{ deal_id: string; number: number; reason: string; note: string | null; at: unknown }>`
    select d.id as deal_id, d.number, coalesce(d.lost_reason, 'declined') as reason, case when d.state = 'lost' then d.lost_note else last.answer end as note,
      case when d.state = 'lost' then d.state_since else last.settled_at end as at
    from deal d
    left join lateral (
      select o.state, o.side, o.answer, o.settled_at from offer o where o.house_id = d.house_id and o.deal_id = d.id and o.sent_at is not null
      order by o.version desc limit 1) as last on d.state = 'open'
    where d.house_id = ${houseId} and d.company_id = ${companyId}
      and (d.state = 'lost' or (d.state = 'open' and last.state = 'declined' and last.side = 'house'))
    order by at desc, d.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ dealId: row.deal_id, number: row.number, reason: row.reason, note: row.note, at: instant(row.at) }))
}

/** What its people watched: by a screener for it, or as somebody who is known to be of it. */
export async function watchedBy(db: Asker, houseId: string, companyId: string, { emails }: GoesBy, limit: number) {
  const { rows } = await sql<{ id: string; screener_id: string; title_id: string; title: string | null; name: string; seen_ms: number; ran_ms: unknown; length_ms: number; at: unknown }>`
    select v.id, v.screener_id, r.title_id, t.card->>'title' as title, v.name, v.seen_ms, v.ran_ms, v.length_ms, v.heard_at as at
    from viewing v join screener s on s.house_id = v.house_id and s.id = v.screener_id join reel r on r.house_id = v.house_id and r.id = v.reel_id
    join title t on t.house_id = r.house_id and t.id = r.title_id
    where v.house_id = ${houseId} and v.kind = 'stream' and (s.company_id = ${companyId} or lower(v.email) in ${oneOf(emails)}
      or v.contact_id in (select id from contact where house_id = ${houseId} and company_id = ${companyId}))
    order by v.heard_at desc, v.id desc limit ${limit}`.execute(db) // prettier-ignore
  return rows.map((row) => ({
    id: row.id,
    screenerId: row.screener_id,
    titleId: row.title_id,
    title: row.title ?? '',
    name: row.name,
    seenMs: row.seen_ms,
    ranMs: Number(row.ran_ms),
    lengthMs: row.length_ms,
    at: instant(row.at),
  }))
}
