/** Work on one file beside the thread that answers, so that the house goes on while a long one is read. */
import { Worker } from 'node:worker_threads'
import { unpackedSize } from '@vitrine/exchange/documents/unpacked-size'

/** Read sooner than a thread starts: so small as it came, and not much larger unpacked. A workbook of 200 KB may unpack to 200 MB. */
const SMALL = { bytes: 200_000, unpacked: 2_000_000 }
export const isSmall = (bytes: Uint8Array): boolean => bytes.length < SMALL.bytes && unpackedSize(bytes) <= SMALL.unpacked

export const LONGEST = 120_000 // ms: whatever takes longer was made to

/**
 * What the thread at `module` makes of `data`; or why it did not: it took too long, or brought its thread down.
 *
 * The thread is one of its own: no flags and no secrets of the program around it, a bound on its memory.
 */
export async function apart<T>(module: URL, data: unknown): Promise<{ made: T } | { failed: 'too-slow' | 'out-of-memory' }> {
  const thread = new Worker(module, {
    execArgv: [],
    env: {},
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  let clock: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      clock = setTimeout(() => resolve({ failed: 'too-slow' }), LONGEST)
      thread.on('message', (made: T) => resolve({ made }))
      thread.on('error', () => resolve({ failed: 'out-of-memory' }))
      thread.on('exit', () => resolve({ failed: 'out-of-memory' }))
    })
  } finally {
    clearTimeout(clock)
    await thread.terminate()
  }
}
