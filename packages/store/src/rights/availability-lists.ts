/** Lists of availabilities as they were sent. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface ListRow {
  id: string
  token: string
  toName: string
  toCompany: string | null
  toEmail: string | null
  locale: 'en' | 'fr'
  message: string | null
  question: unknown
  answer: unknown
  titleIds: string[]
  changeSeq: number
  at: string
  byName: string
  recalledAt: string | null
  openedAt: string | null
}

interface Raw {
  id: string
  token: string
  to_name: string
  to_company: string | null
  to_email: string | null
  locale: 'en' | 'fr'
  message: string | null
  question: unknown
  answer: unknown
  title_ids: string[]
  change_seq: unknown
  at: unknown
  by_name: string
  recalled_at: unknown
  opened_at: unknown
}

const columns = sql.raw(
  'id, token, to_name, to_company, to_email, locale, message, question, answer, title_ids, change_seq, at, by_name, recalled_at, opened_at',
)

const toList = (raw: Raw): ListRow => ({
  id: raw.id,
  token: raw.token,
  toName: raw.to_name,
  toCompany: raw.to_company,
  toEmail: raw.to_email,
  locale: raw.locale,
  message: raw.message,
  question: raw.question,
  answer: raw.answer,
  titleIds: raw.title_ids,
  changeSeq: Number(raw.change_seq),
  at: instant(raw.at),
  byName: raw.by_name,
  recalledAt: instantOrNull(raw.recalled_at),
  openedAt: instantOrNull(raw.opened_at),
})

export async function putList(
  trx: Asker,
  houseId: string,
  list: Omit<ListRow, 'recalledAt' | 'openedAt'> & { byId: string | null },
): Promise<void> {
  await sql`
    insert into availability_list (house_id, id, token, to_name, to_company, to_email, locale, message, question, answer, title_ids, change_seq, at, by_id, by_name)
    values (${houseId}, ${list.id}, ${list.token}, ${list.toName}, ${list.toCompany}, ${list.toEmail}, ${list.locale}, ${list.message},
      ${JSON.stringify(list.question)}::text::jsonb, ${JSON.stringify(list.answer)}::text::jsonb, ${JSON.stringify(list.titleIds)}::text::jsonb,
      ${list.changeSeq}::bigint, ${list.at}::timestamptz, ${list.byId}, ${list.byName})`.execute(trx)
}

export async function findList(db: Asker, houseId: string, by: { id: string } | { token: string }): Promise<ListRow | null> {
  const { rows } = await sql<Raw>`
    select ${columns} from availability_list where house_id = ${houseId} and ${'id' in by ? sql`id = ${by.id}` : sql`token = ${by.token}`}`.execute(
    db,
  )
  return rows[0] === undefined ? null : toList(rows[0])
}

/** 0: no longer true, by the ids that are given; 1: still true; 2: nobody can open it any more. */
const rankBy = (stale: readonly string[]) =>
  sql<number>`case when recalled_at is not null then 2 when id in (select jsonb_array_elements_text(${JSON.stringify(stale)}::text::jsonb)) then 0 else 1 end`

/** Lists by rank, in each the newest first. */
export async function listLists(
  db: Asker,
  houseId: string,
  stale: readonly string[],
  after: { rank: number; at: string; id: string } | null,
  limit: number,
): Promise<(ListRow & { rank: number })[]> {
  const { rows } = await sql<Raw & { rank: number }>`
    select * from (select ${columns}, ${rankBy(stale)} as rank from availability_list where house_id = ${houseId}) l
    ${after === null ? sql`` : sql`where rank > ${after.rank}::integer or (rank = ${after.rank}::integer and (at, id) < (${after.at}::timestamptz, ${after.id}))`}
    order by rank, at desc, id desc limit ${limit}`.execute(db)
  return rows.map((raw) => ({ ...toList(raw), rank: raw.rank }))
}

/** How many lists there are, and how many of them can be opened and are no longer true. */
export async function countLists(db: Asker, houseId: string, stale: readonly string[]): Promise<{ all: number; stale: number }> {
  const { rows } = await sql<{ all: unknown; stale: unknown }>`
    select count(*) as all, count(*) filter (where ${rankBy(stale)} = 0) as stale from availability_list where house_id = ${houseId}`.execute(
    db,
  )
  return { all: Number(rows[0]!.all), stale: Number(rows[0]!.stale) }
}

/** Some lists, in no order. */
export async function findLists(db: Asker, houseId: string, ids: readonly string[]): Promise<ListRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from availability_list
    where house_id = ${houseId} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(db)
  return rows.map(toList)
}

/** Lists that can be opened with a film whose rights were written to after the list was sent and since a change of the house. */
export async function listsTouchedSince(db: Asker, houseId: string, changeSeq: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with changed as materialized (
      select s.title_id, r.change_seq from rights_title r join search_title s on s.house_id = r.house_id and s.ord = r.ord
      where r.house_id = ${houseId} and r.change_seq > greatest(${changeSeq}::bigint, (select min(change_seq) from availability_list where house_id = ${houseId} and recalled_at is null)))
    select distinct l.id from availability_list l cross join lateral jsonb_array_elements_text(l.title_ids) t(title_id) join changed c on c.title_id = t.title_id
    where l.house_id = ${houseId} and l.recalled_at is null and c.change_seq > l.change_seq`.execute(db)
  return rows.map((row) => row.id)
}

/** Lists that still hold and in which a film stands. */
export async function listsWithTitle(db: Asker, houseId: string, titleId: string): Promise<ListRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from availability_list
    where house_id = ${houseId} and recalled_at is null and title_ids @> ${JSON.stringify([titleId])}::text::jsonb order by at desc, id`.execute(
    db,
  )
  return rows.map(toList)
}

/** Of each of some lists, the films whose rights were written to since it was sent. */
export async function titlesChangedSinceSent(db: Asker, houseId: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; titles: string[] }>`
    select l.id, jsonb_agg(s.title_id order by s.title_id) as titles from availability_list l
      cross join lateral jsonb_array_elements_text(l.title_ids) t(title_id)
      join search_title s on s.house_id = l.house_id and s.title_id = t.title_id
      join rights_title r on r.house_id = s.house_id and r.ord = s.ord and r.change_seq > l.change_seq
    where l.house_id = ${houseId} and l.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)) group by l.id`.execute(
    db,
  )
  return new Map(rows.map(({ id, titles }) => [id, titles]))
}

export async function recallList(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update availability_list set recalled_at = coalesce(recalled_at, ${at}::timestamptz) where house_id = ${houseId} and id = ${id}`.execute(
    trx,
  )
}

/** Notes the first time that the receiver looked. */
export async function noteOpened(db: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`update availability_list set opened_at = ${at}::timestamptz where house_id = ${houseId} and id = ${id} and opened_at is null`.execute(
    db,
  )
}
