/** Who is told by mail of what they have to do, and that each is told once a day. */
import type { Locale } from '@vitrine/messages'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Whether a member wants the letter: whoever never said so does. */
export async function wantsTaskLetter(db: Asker, houseId: string, userId: string): Promise<boolean> {
  const { rows } = await sql<{ wanted: boolean }>`
    select wanted from task_letter where house_id = ${houseId} and user_id = ${userId}`.execute(db)
  return rows[0]?.wanted ?? true
}

export async function setTaskLetter(trx: Asker, houseId: string, userId: string, wanted: boolean): Promise<void> {
  await sql`
    insert into task_letter (house_id, user_id, wanted) values (${houseId}, ${userId}, ${wanted})
    on conflict (house_id, user_id) do update set wanted = excluded.wanted`.execute(trx)
}

/** Members who have something to do by a day, want to hear of it, and have not been told that day or later. */
export async function membersToTell(
  db: Asker,
  houseId: string,
  day: string,
): Promise<{ id: string; name: string; email: string; role: string; locale: Locale | null }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string; role: string; locale: Locale | null }>`
    select m.user_id as id, m.name, m.email, m.role, m.locale from member m left join task_letter l on l.house_id = m.house_id and l.user_id = m.user_id
    where m.house_id = ${houseId} and not m.disabled and coalesce(l.wanted, true) and (l.taken_on is null or l.taken_on < ${day}::date)
      and exists (select 1 from task k where k.house_id = m.house_id and k.owner_id = m.user_id and k.done_at is null and k.removed_at is null and k.due <= ${day}::date)
    order by m.user_id`.execute(db)
  return rows
}

/** Takes a member's letter of a day; false when it is taken already, or they no longer want it. A clock that is put back takes no day twice. */
export async function takeTaskLetter(trx: Asker, houseId: string, userId: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    insert into task_letter (house_id, user_id, taken_on) values (${houseId}, ${userId}, ${day}::date)
    on conflict (house_id, user_id) do update set taken_on = excluded.taken_on
      where task_letter.wanted and (task_letter.taken_on is null or task_letter.taken_on < excluded.taken_on) returning user_id`.execute(
    trx,
  )
  return rows.length > 0
}
