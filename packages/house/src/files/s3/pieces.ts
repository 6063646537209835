/**
 * One large file in a bucket, in pieces of 64 MB: an S3 takes no more than 5 GB at once, and a piece that is there already is not sent again by
 * whoever goes on. Below `PREFIX/pieces…/` they lie until `PREFIX/whole.json`, written last, says that they are the file.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { translated } from '../disk-faults.ts'
import type { Bucket } from './bucket.ts'
import { asHouseError, S3Fault } from './fault.ts'
import type { Patience } from './patience.ts'

/** What a file in pieces is made of. */
export interface WholeFile {
  /** Whose pieces they are, where several may make it. */
  by: string
  size: number
  /** Bytes of each piece but the last. */
  piece: number
  /** SHA-256 of the whole. */
  checksum: string
  /** When it became the file, in milliseconds since 1970. */
  at: number
}

export const PIECE = 64 * 1024 * 1024
const MARKER = 'whole.json'
const pieceKey = (prefix: string, by: string, index: number) => `${prefix}${by}/${String(index).padStart(6, '0')}`

/**
 * Sends a file; pieces that lie there with the right size are left as they are. Nothing is the file yet.
 *
 * @param prefix ends with a slash
 * @throws HouseError `films-down`, `files-down`
 */
export async function sendPieces(bucket: Bucket, prefix: string, by: string, path: string, patience: Patience, piece = PIECE): Promise<WholeFile> {
  const { size } = await translated(() => stat(path))
  const there = new Map<string, number>()
  for await (const { key, size: bytes } of bucket.objects(`${prefix}${by}/`, patience)) there.set(key, bytes)
  const hash = createHash('sha256')
  for (let index = 0, from = 0; from < size || index === 0; index += 1, from += piece) {
    const key = pieceKey(prefix, by, index)
    const bytes = Math.min(piece, size - from)
    const own = createHash('sha256')
    await translated(async () => {
      if (bytes === 0) return
      for await (const chunk of createReadStream(path, { start: from, end: from + bytes - 1, highWaterMark: 1024 * 1024 })) {
        hash.update(chunk as Buffer)
        own.update(chunk as Buffer)
      }
    })
    if (there.get(key) === bytes) continue
    await translated(() => bucket.putPart(key, { path, from, size: bytes, sha256: own.digest('hex') }, patience))
  }
  return { by, size, piece, checksum: hash.digest('hex'), at: Date.now() }
} // prettier-ignore

/** From now on these pieces are the file. */
export const settlePieces = (bucket: Bucket, prefix: string, whole: WholeFile, patience: Patience): Promise<void> =>
  bucket.put(`${prefix}${MARKER}`, Buffer.from(`${JSON.stringify(whole)}\n`), patience)

/** Null: there is no such file, or not yet. */
export async function findPieces(bucket: Bucket, prefix: string, patience: Patience): Promise<WholeFile | null> {
  const text = await bucket.text(`${prefix}${MARKER}`, patience)
  if (text === null) return null
  try {
    const { by, size, piece, checksum, at } = JSON.parse(text) as WholeFile
    const sound = [size, piece, at].every((number) => Number.isSafeInteger(number) && number >= 0) && piece > 0
    return sound && /^[0-9a-z]{1,64}$/.test(by) && /^[0-9a-f]{64}$/.test(checksum) ? { by, size, piece, checksum, at } : null
  } catch {
    return null
  }
}

/** Its bytes from one to another, both included. */
export function streamPieces(bucket: Bucket, prefix: string, whole: WholeFile, patience: () => Patience, from = 0, to = whole.size - 1): Readable {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let at = from; at <= to; ) {
      const index = Math.floor(at / whole.piece)
      const begins = index * whole.piece
      const last = Math.min(to, begins + whole.piece - 1)
      const key = pieceKey(prefix, whole.by, index)
      const isWhole = at === begins && last === Math.min(whole.size, begins + whole.piece) - 1
      const found = await bucket.open(key, isWhole, patience())
      if (found === null || found.size <= last - begins) {
        found?.close()
        throw asHouseError(new S3Fault(`GET ${key}`, { status: 404, code: 'gone', again: false }))
      }
      yield* found.stream(at - begins, last - begins)
      at = last + 1
    }
  }
  return Readable.from(bytes(), { objectMode: false, highWaterMark: 256 * 1024 })
} // prettier-ignore

/** Has the file on this machine: it appears under its path when it is whole, and its checksum is the one that it was taken in with. */
export async function fetchPieces(bucket: Bucket, prefix: string, whole: WholeFile, to: string, patience: Patience): Promise<void> {
  const beside = `${to}.${process.pid}-${Math.random().toString(36).slice(2)}`
  const hash = createHash('sha256')
  try {
    await translated(async () => {
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      await pipeline(
        streamPieces(bucket, prefix, whole, () => ({ ...patience, heardAt: Date.now() })),
        async function* (bytes: AsyncIterable<Buffer>) {
          for await (const chunk of bytes) {
            hash.update(chunk)
            yield chunk
          }
        },
        createWriteStream(beside),
        ...(patience.signal ? [{ signal: patience.signal }] : []),
      )
    })
    if (hash.digest('hex') !== whole.checksum) throw new S3Fault(`GET ${prefix}`, { code: 'other bytes than were kept', again: false })
    await translated(() => rename(beside, to))
  } catch (thrown) {
    await rm(beside, { force: true }).catch(() => {})
    throw asHouseError(thrown)
  }
} // prettier-ignore

/** The word that it is whole goes first: nobody sees half of it. */
export async function removePieces(bucket: Bucket, prefix: string, patience: Patience): Promise<void> {
  await bucket.remove(`${prefix}${MARKER}`, patience)
  for await (const { key } of bucket.objects(prefix, patience)) await bucket.remove(key, patience)
}
