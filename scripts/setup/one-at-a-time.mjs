/**
 * One set-up of a clone at a time. Two `npm start` at once would install and build over each other, and both would fail.
 * The lock is a file with the process that holds it; one whose process is gone is taken over. (Nothing better is at hand here: this runs
 * on Node 20, before anything is installed.)
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isAlive } from './alive.mjs'
import { step } from './steps.mjs'

const PAUSE = 200

/**
 * Runs `work` when nobody else holds the file `lock`, and says so while it waits.
 *
 * @example
 * await oneAtATime(join(root, '.vitrine-set-up'), () => install())
 */
export async function oneAtATime(lock, work) {
  if (!take(lock)) {
    await step(`Waiting for another set-up of this folder (process ${holderOf(lock) ?? 'unknown'})`, async () => {
      while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, PAUSE))
    })
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** True when the lock is this process's now. It is linked into place whole: nobody ever reads a lock without its holder. */
function take(lock) {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    if (holderIsGone(lock)) clear(lock)
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Moves a lock aside whose holder is gone. Somebody may have taken it over in between: then theirs is put back. */
function clear(lock) {
  const aside = `${lock}.${process.pid}.gone`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (holderIsGone(aside)) rmSync(aside, { force: true })
  else renameSync(aside, lock)
}

function holderOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function holderIsGone(lock) {
  const holder = holderOf(lock)
  return holder !== null && !(holder > 0 && isAlive(holder))
}
