/** Entries that need somebody's eye soon. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Ids of signed entries that end, lapse, or wait, between two days; and of all that wait for an event. */
export async function idsToWatch(
  db: Asker,
  houseId: string,
  from: string,
  to: string,
): Promise<{ ending: string[]; lapsing: string[]; waiting: string[] }> {
  const ids = async (condition: ReturnType<typeof sql>): Promise<string[]> => {
    const { rows } = await sql<{ id: string }>`
      select id from rights_entry where house_id = ${houseId} and ${condition} order by coalesce(last_day, expires), id limit 2000`.execute(
      db,
    )
    return rows.map((row) => row.id)
  }
  return {
    ending: await ids(
      sql`status in ('signed', 'terminated') and kind <> 'option' and last_day between ${from}::date and ${to}::date`,
    ),
    lapsing: await ids(sql`status = 'signed' and expires between ${from}::date and ${to}::date`),
    waiting: await ids(sql`status = 'signed' and undated`),
  }
}

/** Films with a licence that outlasts the last of their grants: candidates, to be looked at cell by cell. */
export async function titlesSoldBeyondGrant(db: Asker, houseId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ title_id: string }>`
    select distinct l.title_id from rights_entry l
    where l.house_id = ${houseId} and l.kind = 'licence' and l.status = 'signed' and l.last_day >= ${today}::date
      and not exists (select from rights_entry g where g.house_id = l.house_id and g.title_id = l.title_id and g.kind = 'grant' and g.status = 'signed'
        and (g.last_day is null or g.last_day >= l.last_day) and not g.undated and jsonb_array_length(g.terms->'boxes') = 1
        and (g.terms->'boxes'->0->'territories') @> (select coalesce(jsonb_agg(distinct t), '[]') from jsonb_array_elements(l.terms->'boxes') b, jsonb_array_elements(b->'territories') t))
    limit 500`.execute(db)
  return rows.map((row) => row.title_id)
}
