import { closeSync, read as readByCallback } from 'node:fs'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'

/** A segment of the picture goes in one piece, or in few: half of what serving it costs is asking for the next. */
export const PIECE = 256 * 1024
/** At most so many buffers are kept for the next who ask; after each while half of them go, until none is left. */
const KEPT = 512
const WHILE_MS = 30_000

const read = promisify(readByCallback)
/** A new buffer of this size is new memory, which the system lays out page by page: that costs as much as reading a file into it. */
const spare: Buffer[] = []
let letting: NodeJS.Timeout | undefined

function keep(buffer: Buffer): void {
  if (spare.length < KEPT) spare.push(buffer)
  letting ??= setInterval(() => {
    spare.length >>= 1
    if (spare.length > 0) return
    clearInterval(letting)
    letting = undefined
  }, WHILE_MS).unref()
}

/**
 * Writes an open file, or part of it, into a stream, and closes the file. One piece of it is in memory at a time: the next is read when
 * the one before has gone out. Whoever reads may go away meanwhile; then it ends early and says nothing.
 *
 * @param into has done with the bytes of a piece when it calls back, as the response of a server has; a stream that hands them on has not
 * @param from first byte
 * @param to last byte
 * @throws when the file cannot be read, or ends before `to`
 */
export async function pourFile(fd: number, into: Writable, from: number, to: number): Promise<void> {
  const gone = new Promise<false>((resolve) => into.once('close', () => resolve(false)))
  try {
    for (let at = from; at <= to && !into.destroyed;) {
      const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(PIECE)
      const { bytesRead } = await read(fd, buffer, 0, Math.min(PIECE, to - at + 1), at)
      if (bytesRead === 0) throw new Error(`a file ended at byte ${at}, before byte ${to}`)
      const out = new Promise<boolean>((resolve) => into.write(buffer.subarray(0, bytesRead), (error) => resolve(!error)))
      // What did not go out may still be looked at by whoever was to send it: that buffer is not used again.
      if (!(await Promise.race([out, gone]))) return
      keep(buffer)
      at += bytesRead
    }
  } finally {
    closeSync(fd)
  }
}
