import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool, types } from 'pg'
import type { ClientBase, PoolConfig } from 'pg'
import type { Database, Schema, Session } from './database.ts'
import { StoreError, storeErrorOf } from './errors.ts'
import { VALUE_PARSERS } from './values.ts'

const OLDEST = 150_000 // PostgreSQL 15

/**
 * PostgreSQL behind a pool of connections. Checks at once that it answers and is one that Vitrine can use.
 * `holdsProcess: false`: connections that nobody uses let the process end.
 */
export async function openPostgres(
  url: string,
  options: { connections?: number; holdsProcess?: boolean } = {},
): Promise<Database> {
  const place = placeOf(url)
  const config: PoolConfig = {
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5_000,
    allowExitOnIdle: options.holdsProcess === false,
    keepAlive: true,
    application_name: 'vitrine',
    options: '-c timezone=UTC',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        (format === 'binary' ? undefined : VALUE_PARSERS[oid]) ??
        types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
    },
  }
  const pool = new Pool(config)
  // A connection that breaks while idle says so here; unheard, it would end the process. The next query opens another.
  pool.on('error', () => {})
  // One that breaks while it is in use fails its query, and says so here as well: between two queries of a transaction only here.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('connect', leaveWhenShutDown)
  try {
    await refuseUnsuitable(pool, place)
  } catch (error) {
    await pool.end()
    const known = storeErrorOf(error)
    if (!known) throw error
    throw known.cause === undefined
      ? known
      : new StoreError(known.code, `PostgreSQL at ${place}: ${known.message}`, { ...known.details, place }, error)
  }
  return databaseOf(pool, config, place)
}

/**
 * PostgreSQL that ends a connection (an administrator, a restart: class 57P of its error codes) first fails the query and
 * closes the line a moment later. In that moment the pool would hand the dying connection to the next question: it is ended
 * here, before the failed query's asker hears of it, so that the pool lets it go.
 */
function leaveWhenShutDown(client: ClientBase & { end(): Promise<void> }): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown
  const watched = (...asked: unknown[]): unknown => {
    const answer = query(...asked)
    if (answer instanceof Promise)
      answer.catch((error: { code?: unknown } | null) => {
        if (typeof error?.code === 'string' && error.code.startsWith('57P')) client.end().catch(() => {})
      })
    return answer
  }
  client.query = watched as ClientBase['query']
}

async function refuseUnsuitable(pool: Pool, place: string): Promise<void> {
  const { rows } = await pool.query<{ version: number; printed: string; encoding: string; trigrams: boolean }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as printed,
            current_setting('server_encoding') as encoding,
            exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams`,
  )
  const found = rows[0]
  if (!found || found.version < OLDEST) {
    throw new StoreError(
      'database-unsuitable',
      `PostgreSQL at ${place} is ${found?.printed ?? 'unknown'}; Vitrine needs 15 or newer.`,
      { place },
    )
  }
  if (found.encoding !== 'UTF8')
    throw new StoreError('database-unsuitable', `The database at ${place} is in ${found.encoding}, not UTF8.`, { place })
  if (!found.trigrams)
    throw new StoreError('database-unsuitable', `PostgreSQL at ${place} has no extension pg_trgm (package postgresql-contrib).`, {
      place,
    })
}

function databaseOf(pool: Pool, config: PoolConfig, place: string): Database {
  const listeners = new Set<() => Promise<void>>()
  return {
    kind: 'postgres',
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    pglite: null,
    pool,
    place,
    takesWrites: () => true,
    async session(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('begin')
        const session: Session = {
          query: async <Row>(text: string, parameters: unknown[] = []) => (await client.query(text, parameters)).rows as Row[],
          script: async (text) => void (await client.query(text)),
        }
        const result = await work(session)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure))
        throw error
      } finally {
        client.release(broken)
      }
    },
    async listen(channel, heard) {
      const stop = await keepListening(config, channel, heard)
      listeners.add(stop)
      return async () => {
        listeners.delete(stop)
        await stop()
      }
    },
    async close() {
      for (const stop of listeners) await stop()
      if (!pool.ended) await pool.end()
    },
  }
}

async function keepListening(
  config: PoolConfig,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: Client | null = null
  let again: NodeJS.Timeout | null = null
  async function connect(): Promise<void> {
    const next = new Client(config)
    next.on('notification', (message) => heard(message.payload ?? ''))
    next.on('error', () => {})
    next.on('end', () => {
      if (!stopped) retry()
    })
    await next.connect()
    await next.query(`listen "${channel.replaceAll('"', '""')}"`)
    client = next
  }
  function retry(): void {
    again = setTimeout(() => void connect().catch(() => !stopped && retry()), 1_000)
    again.unref()
  }
  await connect()
  return async () => {
    stopped = true
    if (again) clearTimeout(again)
    await client?.end()
  }
}

/** `host:port/database` of a connection address, without user and password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'the given address'
  }
}
