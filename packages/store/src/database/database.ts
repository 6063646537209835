/** The database of a house, whichever of the two it is. */
import type { PGlite } from '@electric-sql/pglite'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'

/** Queries are SQL texts with a row type of their own; the builder is there for libraries that want one. */
export type Schema = Record<string, Record<string, unknown>>

/** One connection, in a transaction of its own. Scripts are several statements without parameters. */
export interface Session {
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
  script(text: string): Promise<void>
}

export interface Database {
  readonly kind: 'pglite' | 'postgres'
  readonly db: Kysely<Schema>
  /** For libraries that talk to the driver themselves (jobs, sign-in); the one that is not in use is null. */
  readonly pglite: PGlite | null
  readonly pool: Pool | null
  /** Where it is, without a password: for the start-up line and for errors. */
  readonly place: string
  /** False while the disk below it has no room for what writes: that is refused as `disk-full`, and reading goes on. A PostgreSQL knows for itself. */
  takesWrites(): boolean
  /** Runs `work` in one transaction on one connection, below Kysely: for migrations. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Hears NOTIFY on a channel until the returned function is called. A lost connection is taken up again; what was said meanwhile is lost. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
