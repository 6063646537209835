import type { Readable } from 'node:stream'
import type { Job } from './job.ts'
import { run, type RunOptions } from './run.ts'

/** Pictures of `size` bytes that a job writes to a pipe, at the pace at which they are taken; leaving the loop ends the job. */
export async function* lumaOf(job: Job, pipe: number, size: number, options: RunOptions): AsyncGenerator<Uint8Array> {
  const left = new AbortController()
  const hatch = new TransformStream<Uint8Array, Uint8Array>()
  const writer = hatch.writable.getWriter()
  const signal = options.signal ? AbortSignal.any([options.signal, left.signal]) : left.signal
  const drink = { [pipe]: (from: Readable) => cut(from, size, (piece) => writer.write(piece)) }
  const work = run(job, { ...options, signal, drink }).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  )
  try {
    yield* hatch.readable
  } finally {
    left.abort()
    await work.catch(() => {})
  }
}

/** Cuts what a pipe brings into pieces of one size. */
async function cut(pipe: Readable, size: number, give: (piece: Uint8Array) => Promise<void>): Promise<void> {
  let piece = new Uint8Array(size)
  let filled = 0
  for await (const chunk of pipe as AsyncIterable<Buffer>) {
    for (let read = 0; read < chunk.length;) {
      const part = chunk.subarray(read, read + size - filled)
      piece.set(part, filled)
      read += part.length
      filled += part.length
      if (filled < size) continue
      await give(piece)
      piece = new Uint8Array(size)
      filled = 0
    }
  }
}
