import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

const TABLES = [
  'title',
  'title_slug',
  'title_revision',
  'title_name',
  'name',
  'search_title',
  'search_words',
  'search_vocabulary',
  'search_name',
]
const STEPS = [100, 500, 2_500, 12_500, 62_500, 312_500]

/**
 * Tells the planner how large the tables have become, when a house outgrows a step. PGlite has no autovacuum that would, on
 * PostgreSQL it comes a minute late, and a connection keeps the plans of foreign-key checks that it made while a table
 * was empty: an import of thousands of titles got slower with each.
 */
export async function keepStatistics(trx: Asker, before: number, after: number): Promise<void> {
  if (!STEPS.some((step) => before < step && after >= step)) return
  await sql`analyze ${sql.join(TABLES.map((table) => sql.table(table)))}`.execute(trx)
}
