import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

/** Notes that a person has a title open, and says who else had it open since `freshSince`. */
export async function touchPresence(
  db: Asker,
  houseId: string,
  seen: { titleId: string; userId: string; name: string; at: string; freshSince: string },
): Promise<{ name: string; since: string }[]> {
  const { rows } = await sql<{ name: string; since: unknown }>`
    with noted as (
      insert into presence (house_id, title_id, user_id, name, since, seen_at)
      values (${houseId}, ${seen.titleId}, ${seen.userId}, ${seen.name}, ${seen.at}::timestamptz, ${seen.at}::timestamptz)
      on conflict (house_id, title_id, user_id) do update set name = excluded.name, seen_at = excluded.seen_at,
        since = case when presence.seen_at < ${seen.freshSince}::timestamptz then excluded.since else presence.since end
    ), forgotten as (
      delete from presence where house_id = ${houseId} and title_id = ${seen.titleId} and user_id <> ${seen.userId} and seen_at < ${seen.freshSince}::timestamptz
    )
    select name, since from presence
    where house_id = ${houseId} and title_id = ${seen.titleId} and user_id <> ${seen.userId} and seen_at >= ${seen.freshSince}::timestamptz
    order by since, name`.execute(db)
  return rows.map((row) => ({ name: row.name, since: instant(row.since) }))
}
