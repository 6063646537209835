/**
 * A worker: takes a master that nobody has looked at, a reel that waits, a copy that somebody is to keep or one that is to be traced, has it done, and says every second how far it is. Any number of
 * them, on any number of machines, may work over one database: what one has taken is its own until it is not heard of for half a minute.
 */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { isHouseError, SYSTEM, type House } from '@vitrine/house'
import { filesOfCopy } from '@vitrine/screening/copy/marked-copy'
import { describeError, type Log } from '../log.ts'
import { type Packaging, PackagingFailure } from './packaging.ts'

export interface WorkerParts {
  house: House
  packaging: Packaging
  log: Log
  /** How many films at once. */
  atOnce: number
  /** Milliseconds between one look for work and the next, between one sign of life and the next, and for which they may be missed. */
  look?: number
  tell?: number
  missed?: number
}

/** Signs of life that may be missed, as when the database restarts, before what was taken is let go: less than the lease. */
const MISSED_MS = 20_000

const STOPPED = Symbol('the worker stops')
const TAKEN = Symbol('it is no longer ours')

/** Begins; `stop` gives back what is under way, so that another worker takes it up at once. */
export function startWorker(parts: WorkerParts): { stop(): Promise<void> } {
  const { look = 2000 } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  const slot = async (): Promise<void> => {
    const name = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`
    while (!signal.aborted) {
      const worked = await workOnce(parts, name, signal).catch((error: unknown) => {
        parts.log.error('packaging', describeError(error))
        return false
      })
      if (!worked) await pause(look, undefined, { signal, ref: false }).catch(() => {})
    }
  }
  const slots = Array.from({ length: parts.atOnce }, slot)
  return {
    async stop() {
      stopping.abort(STOPPED)
      await Promise.all(slots)
    },
  }
}

/** One piece of work, if there is one. Answers whether there was. */
export async function workOnce(parts: WorkerParts, worker: string, stopping: AbortSignal): Promise<boolean> {
  const { house, packaging, log } = parts
  const master = await house.takeMaster(SYSTEM, { worker })
  if (master !== null) {
    const { id } = master
    const done = await held(parts, stopping, () => house.keepMaster(SYSTEM, { id, worker }), (doing) => handedIn(parts, 'Master', id, doing.signal, (path) => packaging.examine(path, doing))) // prettier-ignore
    if (done.kind === 'taken') return true
    const report = done.kind === 'done' ? done.value : null
    const failure = done.kind === 'failed' ? done.reason : null
    if (done.kind === 'failed') log.warn('packaging', { master: id, cause: done.cause })
    await house.noteMaster(SYSTEM, { id, worker, report, failure })
    return true
  }

  return (
    (await makeReel(parts, worker, stopping)) || (await copyOnce(parts, worker, stopping)) || traceOnce(parts, worker, stopping)
  )
}

/** A reel that waits, if there is one. Answers whether there was. */
async function makeReel(parts: WorkerParts, worker: string, stopping: AbortSignal): Promise<boolean> {
  const { house, packaging, log } = parts
  const work = await house.takeReel(SYSTEM, { worker })
  if (work === null) return false
  const { id, masterId, ...task } = work
  const done = await held(
    parts,
    stopping,
    (progress) => house.keepReel(SYSTEM, { id, worker, progress }),
    async (doing) => {
      const folder = await house.readyFolder(SYSTEM, { id, worker, signal: doing.signal })
      const reel = await handedIn(parts, 'Master', masterId, doing.signal, (masterPath) =>
        packaging.make({ ...task, masterPath, folder }, doing),
      )
      // Taken in while it is still kept alive: copying to a far store may take its time.
      await house.settleReel(SYSTEM, { id, worker, outcome: 'ready', reel, signal: doing.signal })
    },
  )
  if (done.kind === 'failed') {
    log.warn('packaging', { reel: id, cause: done.cause })
    await house.settleReel(SYSTEM, { id, worker, outcome: 'failed', failure: done.reason })
  } else if (done.kind !== 'done') await house.settleReel(SYSTEM, { id, worker, outcome: 'given-back' })
  return true
}

/** A copy that somebody is to keep, if there is one. Answers whether there was. */
async function copyOnce(parts: WorkerParts, worker: string, stopping: AbortSignal): Promise<boolean> {
  const { house, packaging, log } = parts
  const work = await house.takeMarkedCopy(SYSTEM, { worker })
  if (work === null) return false
  const { id, pictureId, ...task } = work
  const done = await held(
    parts,
    stopping,
    (progress) => house.keepMarkedCopy(SYSTEM, { id, worker, progress }),
    async (doing) => {
      const paths = filesOfCopy(task)
      await house.fetchReels(SYSTEM, { reels: [{ pictureId, reel: task.reel, paths }], signal: doing.signal })
      await packaging.copy(task, doing)
      doing.signal.throwIfAborted()
      await house.settleMarkedCopy(SYSTEM, { id, worker, outcome: 'ready', signal: doing.signal })
    },
  )
  if (done.kind === 'failed') {
    log.warn('copying', { copy: id, cause: done.cause })
    await house.settleMarkedCopy(SYSTEM, { id, worker, outcome: 'failed', failure: done.reason })
  } else if (done.kind !== 'done') await house.settleMarkedCopy(SYSTEM, { id, worker, outcome: 'given-back' })
  return true
}

/** A copy that is to be traced, if there is one. Answers whether there was. */
export async function traceOnce(parts: WorkerParts, worker: string, stopping: AbortSignal): Promise<boolean> {
  const { house, packaging, log } = parts
  const work = await house.takeTrace(SYSTEM, { worker })
  if (work === null) return false
  const { id, ...task } = work
  const done = await held(
    parts,
    stopping,
    (progress) => house.keepTrace(SYSTEM, { id, worker, progress }),
    async (doing) => {
      await house.fetchReels(SYSTEM, { reels: task.reels, signal: doing.signal })
      return handedIn(parts, 'Trace', id, doing.signal, (path) => packaging.trace({ ...task, path }, doing))
    },
  )
  if (done.kind === 'done') {
    await house.settleTrace(SYSTEM, { id, worker, outcome: 'done', found: done.value, reels: task.reels })
  } else if (done.kind === 'failed') {
    log.warn('tracing', { trace: id, cause: done.cause })
    await house.settleTrace(SYSTEM, { id, worker, outcome: 'failed', failure: done.reason })
  } else await house.settleTrace(SYSTEM, { id, worker, outcome: 'given-back' })
  return true
}

/** Works on what was handed in, on this machine; however that ends, a disk that only works does not keep it. */
async function handedIn<T>(
  { house, log }: WorkerParts,
  what: 'Master' | 'Trace',
  id: string,
  signal: AbortSignal,
  work: (path: string) => Promise<T>,
): Promise<T> {
  try {
    const path = await house.fetchHandedIn(SYSTEM, { what, id, signal })
    signal.throwIfAborted()
    return await work(path)
  } finally {
    await house.letGoHandedIn(SYSTEM, { what, id }).catch((error: unknown) => log.warn('packaging', describeError(error)))
  }
}

type Done<T> =
  | { kind: 'done'; value: T }
  | { kind: 'failed'; reason: string; cause: string }
  /** The worker stops; it is to be given back. */
  | { kind: 'stopped' }
  /** It was cancelled, or another worker has it. */
  | { kind: 'taken' }

/** Does something with a sign of life every second; without leave to go on it is broken off. */
async function held<T>(
  { tell = 1000, missed = MISSED_MS, log }: WorkerParts,
  stopping: AbortSignal,
  keep: (progress: number) => Promise<boolean>,
  work: (doing: { signal: AbortSignal; onProgress: (share: number) => void }) => Promise<T>,
): Promise<Done<T>> {
  const lost = new AbortController()
  let share = 0
  let heard = Date.now()
  let asking = false
  const signs = setInterval(() => {
    if (Date.now() - heard > missed) lost.abort(TAKEN) // also while a question is never answered
    if (asking) return
    asking = true
    keep(share)
      .then((ours) => {
        heard = Date.now()
        if (!ours) lost.abort(TAKEN)
      })
      .catch((error: unknown) => log.warn('packaging', describeError(error)))
      .finally(() => (asking = false))
  }, tell)
  try {
    const signal = AbortSignal.any([stopping, lost.signal])
    return { kind: 'done', value: await work({ signal, onProgress: (now) => (share = now) }) }
  } catch (error) {
    if (lost.signal.aborted) return { kind: 'taken' }
    if (stopping.aborted) return { kind: 'stopped' }
    return { kind: 'failed', reason: reasonOf(error), cause: describeError(error).cause }
  } finally {
    clearInterval(signs)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PackagingFailure) return error.reason
  if (isHouseError(error) && error.code === 'disk-full') return 'no-space'
  if (isHouseError(error) && error.code === 'files-down') return 'cannot-write'
  if (isHouseError(error) && error.code === 'not-found') return error.details['subject'] === 'Trace' ? 'no-copy' : 'no-master'
  if (isHouseError(error) && error.code === 'films-down')
    return error.details['reason'] === 'no-answer' ? 'store-down' : 'store-refuses'
  return 'failed'
}
