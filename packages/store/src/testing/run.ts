/**
 * What the test files of one run share. Each runs in a process of its own, so they meet in a folder named after the run:
 * the runner's process, or the test file's own when it was started by hand. VITRINE_TEST_RUN names a longer run (a script
 * that starts several runners); it holds the pid that the run lives as long as.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The process whose end is the end of the run. */
export function runnerPid(): number {
  const named = Number(process.env['VITRINE_TEST_RUN'])
  if (Number.isInteger(named) && named > 1) return named
  return process.env['NODE_TEST_CONTEXT'] ? process.ppid : process.pid
}

export function runFolder(): string {
  return join(tmpdir(), `vitrine-test-${runnerPid()}`)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True for exactly one of all that ask in this run: the one that has to do it. */
export function first(what: string): boolean {
  mkdirSync(runFolder(), { recursive: true })
  try {
    mkdirSync(join(runFolder(), what))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Waits until another process of this run has written the file. */
export async function waitFor(path: string, failed: string, seconds = 120): Promise<void> {
  for (let waited = 0; !existsSync(path); waited += 50) {
    if (existsSync(failed)) return
    if (waited > seconds * 1000) throw new Error(`${path} did not appear within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A folder that the first of this run to ask for it fills, and all others wait for: copy it, it belongs to all. */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const path = join(runFolder(), `${name}.made`)
  const failed = join(runFolder(), `${name}.failed`)
  if (first(name)) {
    try {
      mkdirSync(`${path}.new`)
      await make(`${path}.new`)
      renameSync(`${path}.new`, path)
    } catch (error) {
      writeFileSync(failed, String(error))
      throw error
    }
  }
  await waitFor(path, failed, 300)
  if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'))
  return path
}
