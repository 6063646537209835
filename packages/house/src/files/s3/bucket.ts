/** What the house does with a bucket: read an object or a part of one, put one, delete, and see what lies there. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { S3Fault } from './fault.ts'
import { type Listing, readListing } from './listing.ts'
import { ObjectStream } from './object-stream.ts'
import { answered, type Patience, patienceOf } from './patience.ts'
import type { S3Place } from './place.ts'
import { createAsker, type FileBody, textOf } from './request.ts'

/** An object that is being read. */
export interface OpenObject {
  size: number
  /** Its bytes, or those from one to another (both included). What was asked for already is what came. */
  stream(from?: number, to?: number): Readable
  /** Lets go of it unread. */
  close(): void
}

export interface Bucket {
  /** `whole`: it will be read from end to end, and is asked for at once. Null: there is none. */
  open(key: string, whole: boolean, patience: Patience): Promise<OpenObject | null>
  /** A small object as text. */
  text(key: string, patience: Patience): Promise<string | null>
  put(key: string, bytes: Uint8Array, patience: Patience): Promise<void>
  /** Puts a file; what arrives is held against its hash. Answers its size. */
  putFile(key: string, path: string, patience: Patience): Promise<number>
  /** Puts a part of a file whose hash is known. */
  putPart(key: string, part: FileBody, patience: Patience): Promise<void>
  remove(key: string, patience: Patience): Promise<void>
  /** The objects below a prefix. */
  objects(prefix: string, patience: Patience): AsyncGenerator<{ key: string; size: number }>
  /** What lies directly below a prefix, which ends with a slash: names of objects, and of folders. */
  below(prefix: string, patience: Patience): Promise<{ objects: string[]; folders: string[] }>
  close(): void
}

const TEXT_BYTES = 1024 * 1024
const LISTING_BYTES = 8 * 1024 * 1024
/** Milliseconds for which a body that broke off is asked for again. */
const TO_TAKE_UP = 5000

/** @param stalled milliseconds in which nothing moves, after which one request is given up */
export async function openBucket(place: S3Place, { stalled = 10_000 } = {}): Promise<Bucket> {
  const { ask, close } = await createAsker(place, stalled)

  async function get(key: string, from: number, to: number | null, etag: string | null, signal: AbortSignal | null) {
    const part = from > 0 || to !== null
    const message = await ask({
      method: 'GET',
      key,
      signal,
      headers: { ...(part ? { range: `bytes=${from}-${to ?? ''}` } : {}), ...(etag === null ? {} : { 'if-match': etag }) },
    })
    if (message !== null && part && message.statusCode !== 206) {
      message.destroy()
      throw new S3Fault(`GET ${key}`, { code: 'no part', again: false })
    }
    return message
  }

  function streamOf(key: string, message: IncomingMessage | null, etag: string | null, from: number, to: number): ObjectStream {
    return new ObjectStream({
      key,
      message,
      from,
      to,
      stalled,
      again: (at) => answered(patienceOf(TO_TAKE_UP), () => found(key, get(key, at, to, etag, null))),
    })
  }

  const page = async (query: Record<string, string>, patience: Patience): Promise<Listing> =>
    answered(patience, async () => {
      const message = await found('', ask({ method: 'GET', key: '', query: { 'list-type': '2', ...query }, signal: patience.signal })) // prettier-ignore
      try {
        return readListing(await textOf(message, LISTING_BYTES, stalled))
      } catch (thrown) {
        throw new S3Fault('GET the bucket', { code: 'no listing', cause: thrown })
      }
    })

  async function* pages(query: Record<string, string>, patience: Patience): AsyncGenerator<Listing> {
    for (let next: string | null = ''; next !== null;) {
      const listing: Listing = await page(next === '' ? query : { ...query, 'continuation-token': next }, patience)
      yield listing
      next = listing.next
    }
  }

  return {
    close,
    open: async (key, whole, patience) => {
      const { signal } = patience
      const message = await answered(patience, () => (whole ? get(key, 0, null, null, signal) : ask({ method: 'HEAD', key, signal }))) // prettier-ignore
      if (message === null) return null
      const size = Number(message.headers['content-length'])
      if (!Number.isSafeInteger(size)) throw new S3Fault(`GET ${key}`, { code: 'no length', again: false })
      if (!whole) message.resume()
      let unread: IncomingMessage | null = whole ? message : null
      // Until somebody reads it, nobody else would hear that it broke off.
      unread?.on('error', () => {})
      return {
        size,
        close: () => void unread?.destroy(),
        stream: (from = 0, to = size - 1) => {
          if (unread !== null && !unread.destroyed && from === 0 && to === size - 1) {
            const stream = streamOf(key, unread, unread.headers.etag ?? null, from, to)
            unread = null
            return stream
          }
          unread?.destroy()
          return streamOf(key, null, message.headers.etag ?? null, from, to)
        },
      }
    },
    text: (key, patience) =>
      answered(patience, async () => {
        const message = await get(key, 0, null, null, patience.signal)
        if (message === null) return null
        return textOf(message, TEXT_BYTES, stalled).catch((thrown: unknown) => {
          throw new S3Fault(`GET ${key}`, { code: 'broke off', cause: thrown })
        })
      }),
    put: (key, bytes, patience) => answered(patience, async () => spent(await found(key, ask({ method: 'PUT', key, body: bytes, signal: patience.signal })))), // prettier-ignore
    putFile: async (key, path, patience) => {
      const { size } = await stat(path)
      const hash = createHash('sha256')
      await pipeline(createReadStream(path), hash)
      const body = { path, size, sha256: hash.digest('hex') }
      await answered(patience, async () => spent(await found(key, ask({ method: 'PUT', key, body, signal: patience.signal }))))
      return size
    },
    putPart: (key, body, patience) => answered(patience, async () => spent(await found(key, ask({ method: 'PUT', key, body, signal: patience.signal })))), // prettier-ignore
    remove: (key, patience) =>
      answered(patience, async () => spent(await ask({ method: 'DELETE', key, signal: patience.signal }))),
    async *objects(prefix, patience) {
      // What is found is also what is deleted: of an S3 that heeds no prefix nothing is believed.
      for await (const { objects } of pages({ prefix }, patience)) yield* objects.filter(({ key }) => key.startsWith(prefix))
    },
    below: async (prefix, patience) => {
      const found = { objects: [] as string[], folders: [] as string[] }
      for await (const { objects, folders } of pages({ prefix, delimiter: '/' }, patience)) {
        found.objects.push(...objects.flatMap(({ key }) => (key.startsWith(prefix) ? key.slice(prefix.length) : [])))
        found.folders.push(...folders.flatMap((folder) => (folder.startsWith(prefix) ? folder.slice(prefix.length, -1) : [])))
      }
      return found
    },
  }
}

/** What must be there: the object that was read a moment ago, the bucket itself. */
async function found(key: string, asked: Promise<IncomingMessage | null>): Promise<IncomingMessage> {
  const message = await asked
  if (message !== null) return message
  throw new S3Fault(key === '' ? 'the bucket' : key, {
    reason: key === '' ? 'no-bucket' : 'no-answer',
    status: 404,
    again: false,
  })
}

/** Reads an answer of which nothing is wanted, so that its connection can be used again. */
function spent(message: IncomingMessage | null): void {
  message?.on('error', () => {})
  message?.resume()
}
