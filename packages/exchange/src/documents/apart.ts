/**
 * Documents, and heavy messages of mail, are read in threads of their own, a few at a time. A thread that takes too long or too much memory is ended;
 * the house goes on. Threads are kept for the next document, and do not keep the program alive.
 */
import { Worker } from 'node:worker_threads'
import { availableParallelism } from 'node:os'
import { DocumentError, type DocumentErrorCode, type DocumentParams } from './errors.ts'
import type { Mail } from '../mail/message.ts'
import { MAIL_MILLISECONDS, type MailFault } from '../mail/limits.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import type { DocumentText } from './read.ts'

/** What goes to a thread and comes back. */
export interface ReadingOrder {
  what: 'document' | 'mail'
  bytes: Uint8Array
  fileName: string | null
  limits: Limits
}
export type ReadingAnswer =
  | { outcome: 'read'; value: unknown }
  | { outcome: 'refused'; code: DocumentErrorCode; params: DocumentParams }

const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1))
const IDLE_MILLISECONDS = 20_000
const MEMORY_CHECK_MILLISECONDS = 100

interface Thread {
  worker: Worker
  megabytes: number
  idle: NodeJS.Timeout | null
}

const resting: Thread[] = []
const waiting: (() => void)[] = []
let running = 0

/** Reads one document in a thread; its time starts when a thread is free. */
export const readApart = (bytes: Uint8Array, fileName: string | null, limits: Limits): Promise<DocumentText> =>
  read<DocumentText>({ what: 'document', bytes, fileName, limits })

/** Reads one message of mail in a thread; or says why it is none. */
export const readMailApart = (bytes: Uint8Array): Promise<Mail | MailFault> =>
  read<Mail | MailFault>({ what: 'mail', bytes, fileName: null, limits: { ...DEFAULT_LIMITS, milliseconds: MAIL_MILLISECONDS } }) // prettier-ignore

async function read<T>(order: ReadingOrder): Promise<T> {
  if (running >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return (await readIn(takeThread(order.limits), { ...order, bytes: new Uint8Array(order.bytes) })) as T
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

function takeThread(limits: Limits): Thread {
  const index = resting.findIndex((thread) => thread.megabytes === limits.memoryMegabytes)
  const kept = index < 0 ? undefined : resting.splice(index, 1)[0]
  if (kept !== undefined) {
    if (kept.idle !== null) clearTimeout(kept.idle)
    kept.worker.ref()
    return kept
  }
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    execArgv: [], // flags of the program that started the house are not meant for a file of ours
    env: {}, // a reader of strangers' files has no business with the house's secrets
  })
  return { worker, megabytes: limits.memoryMegabytes, idle: null }
}

function rest(thread: Thread): void {
  thread.worker.removeAllListeners()
  thread.worker.on('error', () => undefined) // a thread that dies while it rests takes nothing with it
  thread.worker.once('exit', () => forget(thread))
  thread.worker.unref()
  thread.idle = setTimeout(() => {
    forget(thread)
    void thread.worker.terminate()
  }, IDLE_MILLISECONDS).unref()
  resting.push(thread)
}

function forget(thread: Thread): void {
  const index = resting.indexOf(thread)
  if (index >= 0) resting.splice(index, 1)
}

function readIn(thread: Thread, order: ReadingOrder): Promise<unknown> {
  const { worker } = thread
  return new Promise<unknown>((resolve, reject) => {
    let settled = false
    const stop = (error: Error) => {
      if (settled) return
      settled = true
      clearTimeout(deadline)
      clearInterval(memory)
      void worker.terminate()
      reject(error)
    }
    const deadline = setTimeout(
      () => stop(new DocumentError('timeout', { seconds: order.limits.milliseconds / 1000 })),
      order.limits.milliseconds,
    )
    // The limits of a thread are those of its objects; what a PDF unpacks lies outside of them and is watched here.
    const memory = setInterval(() => {
      worker.getHeapStatistics().then(
        (heap) => {
          if (heap.external_memory + heap.used_heap_size > order.limits.memoryMegabytes * 1_000_000)
            stop(new DocumentError('out-of-memory'))
        },
        () => undefined,
      )
    }, MEMORY_CHECK_MILLISECONDS)
    worker.removeAllListeners()
    worker.on('error', (error: NodeJS.ErrnoException) => stop(causeOf(error)))
    worker.on('exit', () => stop(new DocumentError('damaged')))
    worker.on('message', (answer: ReadingAnswer) => {
      if (settled) return
      settled = true
      clearTimeout(deadline)
      clearInterval(memory)
      rest(thread)
      if (answer.outcome === 'read') resolve(answer.value)
      else reject(new DocumentError(answer.code, answer.params))
    })
    worker.postMessage(order, [order.bytes.buffer as ArrayBuffer])
  })
}

/** What a thread died of: too much memory, a fault of the house itself (its own file cannot be loaded), or the document. */
function causeOf(error: NodeJS.ErrnoException): Error {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new DocumentError('out-of-memory')
  return error.code?.startsWith('ERR_') === true ? error : new DocumentError('damaged')
}
