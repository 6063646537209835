/** What an import of a spreadsheet needs of the book: what its films have already. */
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

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
