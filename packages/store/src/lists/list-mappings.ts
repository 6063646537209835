/** How the columns of a list were read last time, by its headings. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export type KindOfList = 'rights' | 'contacts' | 'films'

export async function findListMapping(db: Asker, houseId: string, list: KindOfList, headings: string): Promise<unknown> {
  const { rows } = await sql<{ mapping: unknown }>`
    select mapping from list_mapping where house_id = ${houseId} and list = ${list} and headings = ${headings}`.execute(db)
  return rows[0]?.mapping
}

export async function keepListMapping(
  trx: Asker,
  houseId: string,
  list: KindOfList,
  { headings, mapping, at }: { headings: string; mapping: readonly string[]; at: string },
): Promise<void> {
  await sql`
    insert into list_mapping (house_id, list, headings, mapping, updated_at)
    values (${houseId}, ${list}, ${headings}, ${JSON.stringify(mapping)}::text::jsonb, ${at}::timestamptz)
    on conflict (house_id, list, headings) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`.execute(
    trx,
  )
}
