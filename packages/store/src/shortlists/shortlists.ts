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
}

export async function putShortlist(trx: Asker, houseId: string, list: ShortlistRow, at: string): Promise<void> {
  await sql`
    insert into shortlist (house_id, token, edit_key_hash, name, note, title_ids, user_id, created_at, updated_at)
    values (${houseId}, ${list.token}, ${list.editKeyHash}, ${list.name}, ${list.note}, ${JSON.stringify(list.titleIds)}::text::jsonb, ${list.userId}, ${list.createdAt}::timestamptz, ${at}::timestamptz)
    on conflict (house_id, token) do update set name = excluded.name, note = excluded.note, title_ids = excluded.title_ids, updated_at = excluded.updated_at`.execute(
    trx,
  )
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
  }>`
    select token, edit_key_hash, name, note, title_ids, user_id, created_at from shortlist where house_id = ${houseId} and token = ${token}`.execute(
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
      }
    : null
}
