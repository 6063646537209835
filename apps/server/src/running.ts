/**
 * The note that a running server leaves in its data folder, for the command line of the same user on the same machine: while
 * the server holds the database, `vitrine` works through its API with the token written here. Nobody else can read the file.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

export interface Running {
  address: string
  token: string
  pid: number
}

export function makeLocalToken(): string {
  return `local_${randomBytes(32).toString('base64url')}`
}

export function noteRunning(path: string, running: Running): void {
  rmSync(path, { force: true }) // a file left by another mode would keep it
  writeFileSync(path, JSON.stringify(running), { mode: 0o600 })
  chmodSync(path, 0o600)
}

export function forgetRunning(path: string): void {
  rmSync(path, { force: true })
}

/** The server that runs on this data folder, or null. A note whose process is gone is no server. */
export function readRunning(path: string): Running | null {
  try {
    const noted = JSON.parse(readFileSync(path, 'utf8')) as Running
    process.kill(noted.pid, 0)
    return noted
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? (JSON.parse(readFileSync(path, 'utf8')) as Running) : null
  }
}
