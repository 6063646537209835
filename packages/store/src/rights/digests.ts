/** Weeks whose digest was taken. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Whether a week's digest is written. */
export async function isDigestTaken(db: Asker, houseId: string, day: string): Promise<boolean> {
  const { rows } = await sql`select day from rights_digest where house_id = ${houseId} and day = ${day}::date`.execute(db)
  return rows.length > 0
}

/** Takes a week's digest; false when a server has it already. */
export async function takeDigest(db: Asker, houseId: string, day: string, at: string): Promise<boolean> {
  const { rows } = await sql`
    insert into rights_digest (house_id, day, taken_at) values (${houseId}, ${day}::date, ${at}::timestamptz)
    on conflict do nothing returning day`.execute(db)
  return rows.length > 0
}
