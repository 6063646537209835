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

/** Lists, the newest first. */
export async function listLists(
  db: Asker,
  houseId: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<ListRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from availability_list
    where house_id = ${houseId} ${after === null ? sql`` : sql`and (at, id) < (${after.at}::timestamptz, ${after.id})`}
    order by at desc, id desc limit ${limit}`.execute(db)
  return rows.map(toList)
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

/** Which of some films have had their rights written to since a change of the house. */
export async function titlesChangedSince(
  db: Asker,
  houseId: string,
  titleIds: readonly string[],
  changeSeq: number,
): Promise<Set<string>> {
  const { rows } = await sql<{ title_id: string }>`
    select s.title_id from rights_title r join search_title s on s.house_id = r.house_id and s.ord = r.ord
    where r.house_id = ${houseId} and r.change_seq > ${changeSeq}::bigint
      and s.title_id in (select jsonb_array_elements_text(${JSON.stringify(titleIds)}::text::jsonb))`.execute(db)
  return new Set(rows.map((row) => row.title_id))
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
