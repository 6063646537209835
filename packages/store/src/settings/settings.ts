import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Makes the house's row where it is missing. */
export async function openHouseRow(db: Asker, houseId: string): Promise<void> {
  await sql`insert into house (house_id) values (${houseId}) on conflict (house_id) do nothing`.execute(db)
}

/** What was ever set; the defaults are the house's business. With the change sequence, in one question. */
export async function readSettings(
  db: Asker,
  houseId: string,
): Promise<{ settings: Record<string, unknown>; changeSeq: number } | null> {
  const { rows } = await sql<{ settings: Record<string, unknown>; change_seq: unknown }>`
    select settings, change_seq from house where house_id = ${houseId}`.execute(db)
  return rows[0] ? { settings: rows[0].settings, changeSeq: Number(rows[0].change_seq) } : null
}

export async function writeSettings(trx: Asker, houseId: string, settings: Record<string, unknown>): Promise<void> {
  await sql`update house set settings = ${JSON.stringify(settings)}::text::jsonb where house_id = ${houseId}`.execute(trx)
}
