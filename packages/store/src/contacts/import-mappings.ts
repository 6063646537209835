/** How the columns of a list of contacts were read last time. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export async function findContactMapping(db: Asker, houseId: string, headings: string): Promise<unknown> {
  const { rows } = await sql<{ mapping: unknown }>`
    select mapping from contact_import_mapping where house_id = ${houseId} and headings = ${headings}`.execute(db)
  return rows[0]?.mapping
}

export async function keepContactMapping(
  trx: Asker,
  houseId: string,
  headings: string,
  mapping: readonly string[],
  at: string,
): Promise<void> {
  await sql`
    insert into contact_import_mapping (house_id, headings, mapping, updated_at)
    values (${houseId}, ${headings}, ${JSON.stringify(mapping)}::text::jsonb, ${at}::timestamptz)
    on conflict (house_id, headings) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`.execute(trx)
}

/** The names of all companies, with the id that each leads to: those of duplicates lead to what they became. */
export async function listCompanyNames(db: Asker, houseId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select coalesce(merged_into, id) as id, name from company where house_id = ${houseId} order by merged_into is not null, id`.execute(
    db,
  )
  return rows
}
