import type { Database, Session } from '../database/database.ts'
import { StoreError, storeErrorOf } from '../database/errors.ts'
import { readSteps } from './steps.ts'
import type { Step } from './steps.ts'

// Any number, the same in every version: whoever migrates this database waits for whoever does already.
const LOCK = 7_202_611_22

export interface MigrationReport {
  applied: string[] // file names, in order
  already: number
}

interface Applied {
  number: number
  name: string
  checksum: string
}

/**
 * Brings the schema to what this program needs. Every step runs in a transaction of its own, so a failure leaves the
 * database as it was before that step; several servers may start at once, one migrates and the others wait for it.
 *
 * @throws StoreError `migration-failed`, `migration-changed`, `migration-missing`, `database-too-new`, `disk-full`, …
 * @example
 * const { applied } = await migrate(database, { onStep: ({ name }) => console.log(name) })
 */
export async function migrate(
  database: Database,
  options: { onStep?: (step: { name: string; milliseconds: number }) => void; steps?: Step[] } = {},
): Promise<MigrationReport> {
  const steps = options.steps ?? (await readSteps())
  const applied: string[] = []
  let already = -1
  for (;;) {
    const started = performance.now()
    const done = await applyNext(database, steps, (count) => {
      if (already < 0) already = count
    })
    if (done === null) return { applied, already: Math.max(already, 0) }
    applied.push(done)
    options.onStep?.({ name: done, milliseconds: performance.now() - started })
  }
}

/** The steps that wait to be applied, without applying them: for `vitrine migrate --dry-run` and the readiness check. */
export async function pendingSteps(database: Database, options: { steps?: Step[] } = {}): Promise<string[]> {
  const steps = options.steps ?? (await readSteps())
  return database.session(async (session) => {
    const [table] = await session.query<{ there: boolean }>(`select to_regclass('schema_step') is not null as there`)
    const done = table?.there ? await readApplied(session) : []
    refuseStrange(done, steps)
    return steps.slice(done.length).map((step) => step.name)
  })
}

async function applyNext(database: Database, steps: Step[], counted: (already: number) => void): Promise<string | null> {
  let next: Step | undefined
  try {
    return await database.session(async (session) => {
      await session.query('select pg_advisory_xact_lock($1)', [LOCK])
      await session.script(
        `create table if not exists schema_step (
           number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`,
      )
      const done = await readApplied(session)
      counted(done.length)
      refuseStrange(done, steps)
      next = steps[done.length]
      if (!next) return null
      await session.script(next.text)
      await session.query('insert into schema_step (number, name, checksum) values ($1, $2, $3)', [
        next.number,
        next.name,
        next.checksum,
      ])
      return next.name
    })
  } catch (error) {
    if (error instanceof StoreError) throw error
    const known = storeErrorOf(error)
    if (known && (known.code !== 'database-refused' || !next)) throw known
    if (!next) throw error
    throw new StoreError(
      'migration-failed',
      `${next.name} could not be applied: ${reasonOf(error, next)}`,
      { step: next.name },
      error,
    )
  }
}

async function readApplied(session: Session): Promise<Applied[]> {
  return session.query<Applied>('select number, name, checksum from schema_step order by number')
}

function refuseStrange(done: Applied[], steps: Step[]): void {
  const newest = steps.at(-1)?.number ?? 0
  const beyond = done.find((row) => row.number > newest)
  if (beyond) {
    throw new StoreError(
      'database-too-new',
      `The database is at ${beyond.name}; this program ends at ${steps.at(-1)?.name ?? 'nothing'}.`,
      { step: beyond.name },
    )
  }
  done.forEach((row, index) => {
    const step = steps[index]
    if (!step || step.number !== row.number) {
      throw new StoreError(
        'migration-missing',
        `The database went through ${row.name}, which is not among this program's steps.`,
        { step: row.name },
      )
    }
    if (step.checksum !== row.checksum) {
      throw new StoreError(
        'migration-changed',
        `${row.name} is not the text that the database went through (SHA-256 ${row.checksum.slice(0, 12)}… was applied, ${step.checksum.slice(0, 12)}… is here).`,
        { step: row.name },
      )
    }
  })
}

/** PostgreSQL says where in the text it stopped: turned into a line of the file. */
function reasonOf(error: unknown, step: Step): string {
  const message = error instanceof Error ? error.message : String(error)
  const position = Number((error as { position?: unknown }).position)
  const line = Number.isInteger(position) && position > 0 ? step.text.slice(0, position).split('\n').length : null
  return line === null ? message : `line ${line}: ${message}`
}
