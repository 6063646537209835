/** Packaging in a process of its own: what a film does to it, or what it does to the processor, it does not do to those who read pages. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { MasterReport, Reel, ReelTrace } from '@vitrine/house'
import { type CopyTask, type DemonstrationSubtitles, type Doing, type Packaging, PackagingFailure, type ReelTask, type TraceTask } from './packaging.ts' // prettier-ignore

export type Order =
  | { kind: 'examine'; path: string }
  | { kind: 'make'; task: ReelTask }
  | { kind: 'trace'; task: TraceTask }
  | { kind: 'copy'; task: CopyTask }
  | { kind: 'compose'; slug: string; to: string }
export type Told = { progress: number } | { done: unknown } | { failed: string; detail: string }

const CHILD = fileURLToPath(new URL('./packaging-child.ts', import.meta.url))
/** Milliseconds in which a process that is to stop may clear up after itself. */
const GRACE = 5000

/**
 * @param child the program that does it; tests bring one of their own
 * @example
 * await packagingInProcess().examine('/data/masters/01k…', { signal, onProgress: () => {} })
 */
export function packagingInProcess(child = CHILD): Packaging {
  return {
    examine: async (path, doing) => (await ordered(child, { kind: 'examine', path }, doing)) as MasterReport,
    make: async (task, doing) => (await ordered(child, { kind: 'make', task }, doing)) as Reel,
    trace: async (task, doing) => (await ordered(child, { kind: 'trace', task }, doing)) as ReelTrace[],
    copy: async (task, doing) => void (await ordered(child, { kind: 'copy', task }, doing)),
    compose: async (slug, to, doing) => (await ordered(child, { kind: 'compose', slug, to }, doing)) as DemonstrationSubtitles[],
  }
}

async function ordered(program: string, order: Order, { signal, onProgress }: Doing): Promise<unknown> {
  signal.throwIfAborted()
  // A group of its own: whatever it started itself ends with it.
  const child = fork(program, [], { serialization: 'advanced', detached: true, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const ended = once(child, 'exit')
  let last = ''
  child.stderr?.on('data', (chunk: Buffer) => (last = (last + chunk.toString()).slice(-2000)))
  const end = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // it is gone already
    }
  }
  let late: NodeJS.Timeout | undefined
  const stop = (): void => {
    if (child.connected) child.disconnect() // which it takes as the word to stop
    late = setTimeout(end, GRACE)
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<unknown>((resolve, reject) => {
      child.on('message', (told: Told) => {
        if ('progress' in told) onProgress(told.progress)
        else if ('done' in told) resolve(told.done)
        else reject(new PackagingFailure(told.failed, told.detail))
      })
      child.on('error', (error) => reject(new PackagingFailure('failed', error.message)))
      child.on('exit', (code, by) => reject(new PackagingFailure('killed', `ended with ${by ?? code}: ${last}`)))
      child.send(order, (error) => error && reject(new PackagingFailure('killed', error.message)))
    })
  } finally {
    signal.removeEventListener('abort', stop)
    if (child.connected) child.disconnect()
    late ??= setTimeout(end, GRACE)
    await ended.catch(() => {})
    clearTimeout(late)
    end() // what it left behind, if anything
  }
}
