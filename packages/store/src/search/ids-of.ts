import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** The ids of titles by their numbers, in order. */
export async function idsOf(db: Asker, houseId: string, ords: readonly number[]): Promise<string[]> {
  if (ords.length === 0) return []
  const { rows } = await sql<{ title_id: string }>`
    select t.title_id from unnest(${`{${ords.join(',')}}`}::integer[]) with ordinality as w(ord, n)
    join search_title t on t.house_id = ${houseId} and t.ord = w.ord order by w.n`.execute(db)
  return rows.map((row) => row.title_id)
}
