/**
 * A file that is written whole before any of it is sent: what fails while it is made fails as every request does, with nothing sent,
 * its length is known, and whoever fetches it slowly keeps neither the file in memory nor the database busy.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { translated } from '../files/disk-faults.ts'
import { removeFolder, spoolFolder } from '../moving/spool.ts'

export interface WrittenApart {
  size: number
  /** To be read to its end or cancelled: then the disk is free again. */
  stream: ReadableStream<Uint8Array>
}

type Pieces = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>

const CHUNK = 256 * 1024

/** @throws HouseError `disk-full`, `files-down`, and what the pieces throw */
export async function writtenApart(pieces: Pieces): Promise<WrittenApart> {
  const file = await fileApart()
  try {
    // the pieces may be read back from files of their own, which lie on the same disk
    const size = await translated(() => write(file, pieces))
    return {
      size,
      stream: Readable.toWeb(file.createReadStream({ start: 0, highWaterMark: CHUNK })) as ReadableStream<Uint8Array>,
    }
  } catch (thrown) {
    await file.close()
    throw thrown
  }
}

/**
 * An empty file to write to and read from. Nobody else needs its name, and without one it goes with the program, however that ends.
 *
 * @throws HouseError `disk-full`, `files-down`
 */
export async function fileApart(): Promise<FileHandle> {
  return translated(async () => {
    const folder = await spoolFolder()
    try {
      return await open(join(folder, 'file'), 'wx+', 0o600)
    } finally {
      await removeFolder(folder)
    }
  })
}

async function write(file: FileHandle, pieces: Pieces): Promise<number> {
  let size = 0
  let waiting: Uint8Array[] = []
  let waits = 0
  const flush = async (): Promise<void> => {
    await file.appendFile(Buffer.concat(waiting))
    size += waits
    waiting = []
    waits = 0
  }
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    waiting.push(bytes)
    waits += bytes.length
    if (waits >= CHUNK) await flush()
  }
  await flush()
  return size
}
