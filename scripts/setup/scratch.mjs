/** Where the databases and files of tests lie. */
import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './alive.mjs'

const MEMORY = '/dev/shm'
const PREFIX = 'vitrine-tests-'
const ROOM = 8 * 1024 ** 3
const WORK = 6 * 1024 ** 3

/**
 * A folder in memory, where this machine has plenty of it: hundreds of databases are made there and thrown away, and a disk that
 * has to take them all holds up both cores. Else null: they lie where everything passing does.
 *
 * @example
 * const folder = scratchFolder() // '/dev/shm/vitrine-tests-4711'
 */
export function scratchFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    if (bavail * bsize < ROOM || process.availableMemory() < ROOM + WORK) return null
    for (const name of readdirSync(MEMORY)) {
      if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length))))
        rmSync(join(MEMORY, name), { recursive: true, force: true })
    }
    const folder = join(MEMORY, `${PREFIX}${process.pid}`)
    // PostgreSQL runs as somebody else than root, and has to come to its own folder in it.
    mkdirSync(folder, { mode: 0o711 })
    return folder
  } catch {
    return null // no such place on this system, or not for us
  }
}

/** What is still being written goes with the next run. */
export function clearScratch(folder) {
  if (folder === null) return
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch {}
}
