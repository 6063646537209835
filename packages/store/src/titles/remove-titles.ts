/** Taking titles away that should never have been there: an import undone. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { unindexTitle } from '../search/index-titles.ts'

/**
 * Removes drafts that were never public, with what hangs on them and on nothing else: addresses, names, pictures, search.
 * Their revisions stay, as the trail is sealed over them. Titles that something else holds (rights, deals, a shortlist) must not be asked for: see `heldTitles`.
 */
export async function removeTitles(trx: Asker, houseId: string, ids: readonly string[], changeSeq: number): Promise<void> {
  for (const id of ids) await unindexTitle(trx, houseId, id, changeSeq)
  if (ids.length === 0) return
  const these = sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`
  for (const table of ['title_slug', 'title_name', 'title_picture', 'title_producer', 'unsaved_draft', 'presence'])
    await sql`delete from ${sql.table(table)} where house_id = ${houseId} and title_id in ${these}`.execute(trx)
  await sql`delete from title where house_id = ${houseId} and status = 'draft' and published_at is null and id in ${these}`.execute(
    trx,
  )
}

/** Which of these titles something holds that must not lose them; the sheets of one import may be left out of account. */
export async function heldTitles(
  db: Asker,
  houseId: string,
  ids: readonly string[],
  importId: string | null = null,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const these = sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`
  const { rows } = await sql<{ title_id: string }>`
    select title_id from rights_entry where house_id = ${houseId} and title_id in ${these}
    union select title_id from deal_title where house_id = ${houseId} and title_id in ${these}
    union select title_id from deliverable where house_id = ${houseId} and title_id in ${these}
    union select title_id from sale_line where house_id = ${houseId} and title_id in ${these}
    union select title_id from master where house_id = ${houseId} and title_id in ${these}
    union select title_id from subtitles where house_id = ${houseId} and title_id in ${these}
    union select asked.id from request r cross join lateral jsonb_array_elements_text(r.title_ids) as asked(id)
      where r.house_id = ${houseId} and asked.id in ${these}
    union select pitched.id from meeting m cross join lateral jsonb_array_elements_text(m.title_ids) as pitched(id)
      where m.house_id = ${houseId} and m.removed_at is null and pitched.id in ${these}
    union select listed.id from shortlist s cross join lateral jsonb_array_elements_text(s.title_ids) as listed(id)
      where s.house_id = ${houseId} and listed.id in ${these}
    union select title_id from received_sheet where house_id = ${houseId} and title_id in ${these}
      and (import_id is null or import_id is distinct from ${importId})`.execute(db)
  return new Set(rows.map((row) => row.title_id))
}
