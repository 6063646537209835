import type { Database } from './database.ts'
import { openPGlite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'

/**
 * Opens the database: PostgreSQL 15 or newer when there is a `url`, else PGlite in `folder`, else PGlite in memory.
 * The schema is not touched: call `migrate` next.
 *
 * @throws StoreError `folder-in-use`, `folder-unusable`, `database-unreachable`, `database-refused`, `database-unsuitable`, `disk-full`
 * @example
 * const database = await openDatabase({ folder: './data' })
 * await migrate(database)
 * await sql`select 1`.execute(database.db)
 * await database.close()
 */
export async function openDatabase(at: { url?: string | null; folder?: string | null }): Promise<Database> {
  return at.url ? openPostgres(at.url) : openPGlite({ folder: at.folder ?? null })
}
