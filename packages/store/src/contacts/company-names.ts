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

/**
 * The names of companies that stand in a text as they are written, whatever their case, the longest first.
 *
 * @example
 * await companiesNamedIn(db, houseId, 'granted to Kanal Ost in DACH') // ['Kanal Ost']
 */
export async function companiesNamedIn(db: Asker, houseId: string, text: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from company
    where house_id = ${houseId} and merged_into is null and length(name) > 2 and position(lower(name) in lower(${text})) > 0
    order by length(name) desc, name limit 20`.execute(db)
  return rows.map(({ name }) => name)
}
