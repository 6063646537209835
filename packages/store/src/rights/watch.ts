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

/**
 * Films with a licence that may outlast what the house holds: candidates, to be looked at cell by cell. Left out are those whose every licence
 * lies within one grant of one box, in each of its measures.
 */
export async function titlesSoldBeyondGrant(db: Asker, houseId: string, today: string): Promise<string[]> {
  const all = (measure: 'territories' | 'media' | 'languages' | 'cuts') =>
    sql`(select coalesce(jsonb_agg(distinct x), '[]') from jsonb_array_elements(l.terms->'boxes') b,
      jsonb_array_elements(case jsonb_typeof(b->${sql.lit(measure)}) when 'array' then b->${sql.lit(measure)} else '[]' end) x)`
  const { rows } = await sql<{ title_id: string }>`
    select distinct l.title_id from rights_entry l
    where l.house_id = ${houseId} and l.kind = 'licence' and l.status in ('signed', 'terminated') and (l.last_day is null or l.last_day >= ${today}::date)
      and not exists (select from rights_entry g, lateral (select g.terms->'boxes'->0 as box) of_grant
        where g.house_id = l.house_id and g.title_id = l.title_id and g.kind = 'grant' and g.status = 'signed'
        and not g.undated and jsonb_array_length(g.terms->'boxes') = 1
        and (g.last_day is null or g.last_day >= l.last_day) and coalesce(box->>'from', '') <= ${today}
        and box->'territories' @> ${all('territories')} and box->'media' @> ${all('media')}
        and (box->'languages' @> '["all"]' or box->'languages' @> ${all('languages')})
        and (jsonb_typeof(box->'cuts') = 'null' or (box->'cuts' @> ${all('cuts')} and not exists (select from jsonb_array_elements(l.terms->'boxes') b where jsonb_typeof(b->'cuts') = 'null'))))
    limit 500`.execute(db)
  return rows.map((row) => row.title_id)
} // prettier-ignore
