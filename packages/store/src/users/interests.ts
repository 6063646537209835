/** Territories and media of a member. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface InterestRow {
  territory: string
  media: string
}

export async function findInterest(db: Asker, houseId: string, userId: string): Promise<InterestRow | null> {
  const { rows } = await sql<InterestRow>`
    select territory, media from member_interest where house_id = ${houseId} and user_id = ${userId}`.execute(db)
  return rows[0] ?? null
}

export async function putInterest(
  trx: Asker,
  houseId: string,
  userId: string,
  { territory, media }: InterestRow,
  at: string,
): Promise<void> {
  await sql`
    insert into member_interest (house_id, user_id, territory, media, updated_at)
    values (${houseId}, ${userId}, ${territory}, ${media}, ${at}::timestamptz)
    on conflict (house_id, user_id) do update set territory = excluded.territory, media = excluded.media, updated_at = excluded.updated_at`.execute(
    trx,
  )
}
