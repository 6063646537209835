/** What producers would have read otherwise on the sheets of their films: tasks about a title. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export async function putCorrection(
  trx: Asker,
  houseId: string,
  correction: { id: string; titleId: string; text: string; due: string; byId: string; byName: string; at: string },
): Promise<void> {
  const { id, titleId, text, due, byId, byName, at } = correction
  await sql`
    insert into task (house_id, id, subject_kind, subject_id, text, due, by_id, by_name, created_at)
    values (${houseId}, ${id}, 'title', ${titleId}, ${text}, ${due}::date, ${byId}, ${byName}, ${at}::timestamptz)`.execute(trx)
}

/** What one member proposed for one film, the newest first. */
export async function correctionsBy(
  db: Asker,
  houseId: string,
  titleId: string,
  userId: string,
  limit: number,
): Promise<{ id: string; text: string; at: string; doneAt: string | null }[]> {
  const { rows } = await sql<{ id: string; text: string; created_at: unknown; done_at: unknown }>`
    select id, text, created_at, done_at from task
    where house_id = ${houseId} and subject_kind = 'title' and subject_id = ${titleId} and removed_at is null and by_id = ${userId}
    order by created_at desc, id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ id: row.id, text: row.text, at: instant(row.created_at), doneAt: instantOrNull(row.done_at) }))
}

/** Corrections that wait, of one title or of all, the oldest first. */
export async function correctionsWaiting(
  db: Asker,
  houseId: string,
  titleId: string | null,
  limit: number,
): Promise<{ id: string; titleId: string; title: string; text: string; by: string; at: string }[]> {
  const { rows } = await sql<{ id: string; title_id: string; title: string; text: string; by_name: string; created_at: unknown }>`
    select k.id, t.id as title_id, t.sheet->>'title' as title, k.text, k.by_name, k.created_at from task k
    join title t on t.house_id = k.house_id and t.id = k.subject_id
    where k.house_id = ${houseId} and k.subject_kind = 'title' and k.by_id is not null and k.done_at is null and k.removed_at is null
      ${titleId === null ? sql`` : sql`and k.subject_id = ${titleId}`} order by k.created_at, k.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ id: row.id, titleId: row.title_id, title: row.title, text: row.text, by: row.by_name, at: instant(row.created_at) })) // prettier-ignore
}
