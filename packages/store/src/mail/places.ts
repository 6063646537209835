/** How the mail server and the mailbox were met the last time. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface MailPlace {
  place: 'outbox' | 'inbox'
  triedAt: string
  workedAt: string | null
  fault: string | null
}

export async function notePlace(
  db: Asker,
  houseId: string,
  { place, fault, at }: { place: MailPlace['place']; fault: string | null; at: string },
): Promise<void> {
  await sql`
    insert into mail_place (house_id, place, tried_at, worked_at, fault)
    values (${houseId}, ${place}, ${at}::timestamptz, case when ${fault}::text is null then ${at}::timestamptz end, ${fault})
    on conflict (house_id, place) do update set tried_at = excluded.tried_at, fault = excluded.fault,
      worked_at = coalesce(excluded.worked_at, mail_place.worked_at)`.execute(db)
}

export async function mailPlaces(db: Asker, houseId: string): Promise<MailPlace[]> {
  const { rows } = await sql<{ place: MailPlace['place']; tried_at: unknown; worked_at: unknown; fault: string | null }>`
    select place, tried_at, worked_at, fault from mail_place where house_id = ${houseId} order by place desc`.execute(db)
  return rows.map(({ place, tried_at, worked_at, fault }) => ({ place, triedAt: instant(tried_at), workedAt: instantOrNull(worked_at), fault })) // prettier-ignore
}
