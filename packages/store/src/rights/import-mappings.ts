/** What an import of a spreadsheet needs of the book: how its columns were read last time, and what its films have already. */
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export async function findMapping(db: Asker, houseId: string, headings: string): Promise<unknown> {
  const { rows } = await sql<{
    mapping: unknown
  }>`select mapping from rights_import_mapping where house_id = ${houseId} and headings = ${headings}`.execute(db)
  return rows[0]?.mapping
}

export async function keepMapping(
  trx: Asker,
  houseId: string,
  headings: string,
  mapping: readonly string[],
  at: string,
): Promise<void> {
  await sql`
    insert into rights_import_mapping (house_id, headings, mapping, updated_at)
    values (${houseId}, ${headings}, ${JSON.stringify(mapping)}::text::jsonb, ${at}::timestamptz)
    on conflict (house_id, headings) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`.execute(trx)
}

/** The terms of every entry of some titles that is signed or a draft. */
export async function listTermsOfTitles(
  db: Asker,
  houseId: string,
  titleIds: readonly string[],
): Promise<{ titleId: string; terms: EntryTerms }[]> {
  const { rows } = await sql<{ title_id: string; terms: EntryTerms }>`
    select title_id, terms from rights_entry where house_id = ${houseId} and status in ('draft', 'signed')
      and title_id in (select jsonb_array_elements_text(${JSON.stringify(titleIds)}::text::jsonb))`.execute(db)
  return rows.map(({ title_id, terms }) => ({ titleId: title_id, terms }))
}
