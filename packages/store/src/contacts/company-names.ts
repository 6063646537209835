/** What an import of contacts needs of those that are there. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** The names of all companies, with the id that each leads to: those of duplicates lead to what they became. */
export async function listCompanyNames(db: Asker, houseId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select coalesce(merged_into, id) as id, name from company where house_id = ${houseId} order by merged_into is not null, id`.execute(
    db,
  )
  return rows
}
