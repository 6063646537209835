import { type FileHandle, open } from 'node:fs/promises'
import { boxes } from '../packaging/fmp4.ts'
import type { Described } from './described.ts'

/** An index of a film is some megabytes. */
const LARGEST_INDEX = 64 * 1024 * 1024
/** Boxes that are looked through for the index: fragments of a long recording, and more. */
const MOST_BOXES = 100_000
/** Chapters are said in units of a hundred nanoseconds. */
const UNITS = 10_000_000

/**
 * The chapters of an MP4 or QuickTime file, from the list that Nero began and editors write (`moov/udta/chpl`): node-av does not tell them.
 * Empty where there is none, or where it cannot be read: no film is refused for its chapters.
 */
export async function mp4Chapters(path: string): Promise<Described['chapters']> {
  const file = await open(path, 'r')
  try {
    const index = await indexOf(file)
    const data = index && inside(index, 'udta')
    const list = data && inside(data, 'chpl')
    return list ? chaptersOf(list) : []
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  } finally {
    await file.close()
  }
}

const inside = (bytes: Buffer, type: string) => boxes(bytes).find((box) => box.type === type)?.body ?? null

/** The body of the `moov` box, wherever it lies in the file. */
async function indexOf(file: FileHandle): Promise<Buffer | null> {
  const { size: end } = await file.stat()
  const head = Buffer.alloc(16)
  for (let at = 0, count = 0; at + 8 <= end && count < MOST_BOXES; count++) {
    const { bytesRead } = await file.read(head, 0, 16, at)
    if (bytesRead < 8) return null
    const short = head.readUInt32BE(0)
    if (short === 1 && bytesRead < 16) return null
    const header = short === 1 ? 16 : 8
    const size = short === 0 ? end - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short
    if (size < header || at + size > end) return null
    if (head.toString('latin1', 4, 8) === 'moov') {
      if (size > LARGEST_INDEX) return null
      const body = Buffer.alloc(size - header)
      await file.read(body, 0, body.length, at + header)
      return body
    }
    at += size
  }
  return null
}

function chaptersOf(list: Buffer): Described['chapters'] {
  let at = list[0] === 0 ? 4 : 8
  const count = list.readUInt8(at++)
  const chapters: Described['chapters'] = []
  for (let chapter = 0; chapter < count; chapter++) {
    const start = Number(list.readBigUInt64BE(at)) / UNITS
    const length = list.readUInt8(at + 8)
    chapters.push({ at: start, name: list.toString('utf8', at + 9, at + 9 + length).trim() })
    at += 9 + length
  }
  return chapters
}
