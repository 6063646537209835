/** What a company asked for, was sent, bought and said: found by the names and mail addresses it goes by. */
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

/** Licences and options that were signed with it, also those that have ended. */
export async function boughtBy(db: Asker, houseId: string, { names }: GoesBy, limit: number) {
  const { rows } = await sql<{ id: string; title_id: string; title: string | null; kind: string; status: string; first_day: string | null; last_day: string | null; contract: string | null }>`
    select e.id, e.title_id, t.card->>'title' as title, e.kind, e.status, e.first_day, e.last_day, e.contract
    from rights_entry e join title t on t.house_id = e.house_id and t.id = e.title_id
    where e.house_id = ${houseId} and lower(e.party) in ${oneOf(names)} and e.kind in ('licence', 'option') and e.status not in ('draft', 'rejected')
    order by e.first_day desc nulls last, e.id limit ${limit}`.execute(db) // prettier-ignore
  return rows.map((row) => ({
    id: row.id,
    titleId: row.title_id,
    title: row.title ?? '',
    kind: row.kind,
    status: row.status,
    firstDay: row.first_day,
    lastDay: row.last_day,
    contract: row.contract,
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
