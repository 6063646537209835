import type { TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface ShortlistRow {
  token: string
  editKeyHash: string
  name: string | null
  note: string | null
  titleIds: string[]
  userId: string | null
  createdAt: string
  /** The last day on which it was opened, changed or printed; one that is new is used on its first. */
  usedOn: string
}

export async function putShortlist(trx: Asker, houseId: string, list: ShortlistRow, at: string): Promise<void> {
  await sql`
    insert into shortlist (house_id, token, edit_key_hash, name, note, title_ids, user_id, created_at, updated_at, used_on)
    values (${houseId}, ${list.token}, ${list.editKeyHash}, ${list.name}, ${list.note}, ${JSON.stringify(list.titleIds)}::text::jsonb, ${list.userId}, ${list.createdAt}::timestamptz, ${at}::timestamptz, ${list.usedOn}::date)
    on conflict (house_id, token) do update set name = excluded.name, note = excluded.note, title_ids = excluded.title_ids, updated_at = excluded.updated_at,
      used_on = greatest(shortlist.used_on, excluded.used_on)`.execute(trx)
}

export interface KeptTitle {
  id: string
  status: TitleStatus
}

/** The titles of lists, by their tokens, with their status; a list that is not there, or empty, is left out. */
export async function findKept(db: Asker, houseId: string, tokens: readonly string[]): Promise<Map<string, KeptTitle[]>> {
  const { rows } = await sql<{ token: string; kept: KeptTitle[] }>`
    select s.token, jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status)) as kept from shortlist s
      cross join jsonb_array_elements_text(s.title_ids) as w(id)
      join title t on t.house_id = s.house_id and t.id = w.id
    where s.house_id = ${houseId} and s.token in (select jsonb_array_elements_text(${JSON.stringify(tokens)}::text::jsonb))
    group by s.token`.execute(db)
  return new Map(rows.map(({ token, kept }) => [token, kept]))
}

export async function findShortlist(db: Asker, houseId: string, token: string): Promise<ShortlistRow | null> {
  const { rows } = await sql<{
    token: string
    edit_key_hash: string
    name: string | null
    note: string | null
    title_ids: string[]
    user_id: string | null
    created_at: unknown
    used_on: string
  }>`
    select token, edit_key_hash, name, note, title_ids, user_id, created_at, used_on::text as used_on from shortlist where house_id = ${houseId} and token = ${token}`.execute(
    db,
  )
  const row = rows[0]
  return row
    ? {
        token: row.token,
        editKeyHash: row.edit_key_hash,
        name: row.name,
        note: row.note,
        titleIds: row.title_ids,
        userId: row.user_id,
        createdAt: instant(row.created_at),
        usedOn: row.used_on,
      }
    : null
}

/** The shortlists that somebody started while signed in, the newest first. */
export async function shortlistsOfUser(
  db: Asker,
  houseId: string,
  userId: string,
): Promise<{ token: string; name: string | null; createdAt: string; films: number }[]> {
  const { rows } = await sql<{ token: string; name: string | null; created_at: unknown; films: number }>`
    select token, name, created_at, jsonb_array_length(title_ids) as films from shortlist
    where house_id = ${houseId} and user_id = ${userId} order by created_at desc, token limit 50`.execute(db)
  return rows.map(({ created_at, ...row }) => ({ ...row, films: Number(row.films), createdAt: instant(created_at) }))
}

/** Notes that a shortlist was used on a day; earlier days are passed over. */
export async function noteUse(db: Asker, houseId: string, token: string, day: string): Promise<void> {
  await sql`update shortlist set used_on = ${day}::date where house_id = ${houseId} and token = ${token} and used_on < ${day}::date`.execute(
    db,
  )
}

/** Throws away the lists of visitors that nobody has used since a day; those of members stay with their accounts. */
export async function forgetShortlists(trx: Asker, houseId: string, before: string): Promise<number> {
  const { rows } = await sql`
    delete from shortlist where house_id = ${houseId} and user_id is null and used_on < ${before}::date returning token`.execute(
    trx,
  )
  return rows.length
}
