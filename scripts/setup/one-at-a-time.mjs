/**
 * One set-up of a clone at a time. Two `npm start` at once would install and build over each other, and both would fail.
 * The lock is a file with the process that holds it; one whose process is gone is taken over. (Nothing better is at hand here: this runs
 * on Node 20, before anything is installed.)
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isAlive } from './alive.mjs'
import { step } from './steps.mjs'

const PAUSE = 200
/** A clone of somebody else's, or a disk that is only read: what is set up there starts all the same, and nothing can be set up over it. */
const NOT_OURS = new Set(['EACCES', 'EPERM', 'EROFS'])
/** Disks without links, as those that are shared with another system, or of a stick. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'])

/**
 * Runs `work` when nobody else holds the file `lock`, and says so while it waits.
 *
 * @param link puts a whole file in its place unless there is one
 *
 * @example
 * await oneAtATime(join(root, '.vitrine-set-up'), () => install())
 */
export async function oneAtATime(lock, work, link = linkSync) {
  if (!mayWriteBeside(lock)) return work()
  if (!take(lock, link)) {
    await step(`Waiting for another set-up of this folder (process ${holderOf(lock) ?? 'unknown'})`, async () => {
      while (!take(lock, link)) await new Promise((resolve) => setTimeout(resolve, PAUSE))
    })
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function mayWriteBeside(lock) {
  const probe = `${lock}.${process.pid}`
  try {
    writeFileSync(probe, '')
    rmSync(probe, { force: true })
    return true
  } catch (error) {
    if (NOT_OURS.has(error.code)) return false
    throw error
  }
}

/** True when the lock is this process's now. It is linked into place whole: nobody ever reads a lock without its holder. */
function take(lock, link) {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    if (holderIsGone(lock)) clear(lock)
    try {
      link(mine, lock)
    } catch (error) {
      if (!NO_LINKS.has(error.code)) throw error
      writeFileSync(lock, String(process.pid), { flag: 'wx' }) // the best there is
    }
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
