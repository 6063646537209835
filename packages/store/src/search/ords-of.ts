import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** The numbers of titles by their ids; ids that are nobody's are left out. */
export async function ordsOf(db: Asker, houseId: string, ids: readonly string[]): Promise<number[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ ord: number }>`
    select ord from search_title
    where house_id = ${houseId} and title_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(
    db,
  )
  return rows.map((row) => row.ord)
}
