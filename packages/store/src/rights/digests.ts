/** Weeks whose digest was taken. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Takes a week's digest; false when a server has it already. */
export async function takeDigest(db: Asker, houseId: string, day: string, at: string): Promise<boolean> {
  const { rows } = await sql`
    insert into rights_digest (house_id, day, taken_at) values (${houseId}, ${day}::date, ${at}::timestamptz)
    on conflict do nothing returning day`.execute(db)
  return rows.length > 0
}
