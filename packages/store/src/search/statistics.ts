import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

// The columns that rows are found by; sheets and words would take seconds to look at.
const TABLES: Record<string, string[]> = {
  title: ['house_id', 'id', 'slug', 'status', 'change_seq', 'updated_at', 'published_at', 'same_film'],
  title_slug: ['house_id', 'slug', 'title_id'],
  title_revision: ['house_id', 'title_id', 'revision'],
  title_name: ['house_id', 'kind', 'slug', 'title_id', 'published'],
  name: ['house_id', 'kind', 'slug'],
  search_title: ['house_id', 'ord', 'title_id', 'change_seq'],
  search_words: ['house_id', 'ord'],
  search_marks: ['house_id', 'ord'],
  search_vocabulary: ['house_id', 'word'],
  search_name: ['house_id', 'kind', 'slug'],
}
const STEPS = [100, 500, 2_500, 12_500, 62_500, 312_500]

/**
 * Tells the planner how large the tables have become, when a house outgrows a step. PGlite has no autovacuum that would, on
 * PostgreSQL it comes a minute late, and a connection keeps the plans of foreign-key checks that it made while a table
 * was empty: an import of thousands of titles got slower with each.
 */
export async function keepStatistics(trx: Asker, before: number, after: number): Promise<void> {
  if (!STEPS.some((step) => before < step && after >= step)) return
  const columns = Object.entries(TABLES).map(
    ([table, names]) => sql`${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})`,
  )
  await sql`analyze ${sql.join(columns)}`.execute(trx)
}
