/** A file that comes in pieces, where it was asked for. */
import { createWriteStream } from 'node:fs'
import { lstat, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** The file is there under its name only when it is whole; what is no file (a pipe, a link) is written as it is. */
export async function save(stream: ReadableStream<Uint8Array>, out: string): Promise<void> {
  if ((await lstat(out).catch(() => null))?.isFile() === false) return pipeline(stream, createWriteStream(out))
  const part = `${out}.part-${process.pid}`
  try {
    await pipeline(stream, createWriteStream(part, { flags: 'wx' }))
    await rename(part, out)
  } finally {
    await rm(part, { force: true })
  }
}
