import type { Database } from './database.ts'

/**
 * Opens the database: PostgreSQL 15 or newer when there is a `url`, else PGlite in `folder`, else PGlite in memory.
 * The schema is not touched: call `migrate` next. `brief` opens PGlite sooner and keeps less of it in memory: for a command.
 *
 * @throws StoreError `folder-in-use`, `folder-unusable`, `database-unreachable`, `database-refused`, `database-unsuitable`, `disk-full`
 * @example
 * const database = await openDatabase({ folder: './data' })
 * await migrate(database)
 * await sql`select 1`.execute(database.db)
 * await database.close()
 */
export async function openDatabase(at: { url?: string | null; folder?: string | null; brief?: boolean }): Promise<Database> {
  // Of the two drivers only the one that is used is loaded.
  if (at.url) return (await import('./open-postgres.ts')).openPostgres(at.url)
  return (await import('./open-pglite.ts')).openPGlite({ folder: at.folder ?? null, brief: at.brief ?? false })
}
