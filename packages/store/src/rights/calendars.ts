/** Secret addresses of calendars; of the secret only its hash is kept. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Starts a calendar for a user and ends those they had. */
export async function replaceCalendar(trx: Asker, houseId: string, userId: string, tokenHash: string, at: string): Promise<void> {
  await sql`update rights_calendar set revoked_at = ${at}::timestamptz where house_id = ${houseId} and user_id = ${userId} and revoked_at is null`.execute(
    trx,
  )
  await sql`insert into rights_calendar (house_id, token_hash, user_id, created_at) values (${houseId}, ${tokenHash}, ${userId}, ${at}::timestamptz)`.execute(
    trx,
  )
}

/** Whose calendar it is, while they are a member who may sign in. */
export async function findCalendar(db: Asker, houseId: string, tokenHash: string): Promise<{ userId: string } | null> {
  const { rows } = await sql<{ user_id: string }>`
    select c.user_id from rights_calendar c join member m on m.house_id = c.house_id and m.user_id = c.user_id and not m.disabled
    where c.house_id = ${houseId} and c.token_hash = ${tokenHash} and c.revoked_at is null`.execute(db)
  return rows[0] === undefined ? null : { userId: rows[0].user_id }
}
