/**
 * One process at a time on a PGlite folder.
 *
 * PGlite takes no lock of its own. A file with a process id in it lies after `kill -9`, all the more when the id was given
 * to another process since. So the guard is a lock of the operating system: an SQLite file in the folder, held in an
 * exclusive transaction (fcntl on Unix, LockFileEx on Windows). It ends with the process, however that ends, and is seen
 * across containers that share the folder. Who holds it stands beside it in `owner.json`, for the message only.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from './errors.ts'

const SQLITE_BUSY = 5

export interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process, making it when there is none.
 * @throws StoreError `folder-in-use` with the holder's pid; `folder-unusable`
 */
export function lockFolder(folder: string): FolderLock {
  const owner = join(folder, 'owner.json')
  const guard = openGuard(folder)
  try {
    guard.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    guard.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw unusable(folder, error)
    const holder = readOwner(owner)
    const who = holder ? `process ${holder.pid} on ${holder.host} (since ${holder.since})` : 'another process'
    throw new StoreError('folder-in-use', `The data folder ${folder} is in use by ${who}.`, { folder, pid: holder?.pid ?? null })
  }
  writeFileSync(owner, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }))
  let held = true
  return {
    release() {
      if (!held) return
      held = false
      rmSync(owner, { force: true })
      guard.close()
    },
  }
}

function openGuard(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new DatabaseSync(join(folder, 'lock.sqlite'))
  } catch (error) {
    throw unusable(folder, error)
  }
}

function unusable(folder: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreError('folder-unusable', `The data folder ${folder} cannot be used: ${reason}.`, { folder }, cause)
}

function readOwner(path: string): { pid: number; host: string; since: string } | null {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as { pid?: unknown; host?: unknown; since?: unknown }
    return typeof value.pid === 'number' ? { pid: value.pid, host: String(value.host), since: String(value.since) } : null
  } catch {
    return null // not written yet, or just removed: only the message is poorer
  }
}
