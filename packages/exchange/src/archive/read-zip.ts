/** A ZIP on the disk, read entry by entry and distrusted: sizes, names and check sums must be what its directory says. */
import type { FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import type { ZipEntry } from './write-zip.ts'

const MOST_ENTRIES = 2_000_000
const MOST_DIRECTORY = 512 * 1024 * 1024
/** Deflate packs runs of one byte 1 : 1032; what people and programs write stays far below. */
const MOST_PACKED = 250
const CHUNK = 256 * 1024

export type ZipFault = 'no-archive' | 'cut-off' | 'damaged' | 'unsafe-name' | 'too-dense' | 'not-read'

/** The archive cannot be read, or is not to be. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly fault: ZipFault
  readonly entry: string | null
  constructor(fault: ZipFault, entry: string | null = null) {
    super(`${fault}${entry === null ? '' : `: ${entry}`}`)
    this.fault = fault
    this.entry = entry
  }
}

export interface PlacedEntry extends ZipEntry {
  at: number
}

/**
 * The directory of an archive, by name.
 *
 * @param ours it was written by this program a moment ago: its names and how well it packs are nothing to distrust
 * @throws ZipError
 */
export async function readDirectory(file: FileHandle, { ours = false } = {}): Promise<Map<string, PlacedEntry>> {
  const { size } = await file.stat()
  const tailLength = Math.min(size, 22 + 0xffff + 20 + 56)
  const tail = await bytesAt(file, size - tailLength, tailLength)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > tail.length) throw new ZipError(size === 0 ? 'no-archive' : 'cut-off')
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let start = tail.readUInt32LE(end + 16)
  if (end >= 20 && tail.readUInt32LE(end - 20) === 0x07064b50) {
    const place = whole(tail.readBigUInt64LE(end - 12))
    const end64 = await bytesAt(file, place, 56)
    if (end64.readUInt32LE() !== 0x06064b50) throw new ZipError('damaged')
    count = whole(end64.readBigUInt64LE(32))
    length = whole(end64.readBigUInt64LE(40))
    start = whole(end64.readBigUInt64LE(48))
  }
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY || count * 46 > length) throw new ZipError('damaged')
  const directory = await bytesAt(file, start, length)
  const entries = new Map<string, PlacedEntry>()
  for (let n = 0, at = 0; n < count; n++) {
    if (at + 46 > length || directory.readUInt32LE(at) !== 0x02014b50) throw new ZipError('damaged')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [number, number, number] // prettier-ignore
    const next = at + 46 + nameLength + extraLength + noteLength
    if (next > length) throw new ZipError('damaged')
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if ((!ours && !isPlainName(name)) || entries.has(name)) throw new ZipError('unsafe-name', name.slice(0, 200))
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const entry = readEntry(directory, at, name, extra, ours ? Infinity : MOST_PACKED)
    if (entry.at + 30 + entry.packed > size) throw new ZipError('cut-off', name)
    entries.set(name, entry)
    at = next
  }
  return entries
}

function readEntry(directory: Buffer, at: number, name: string, extra: Buffer, mostPacked: number): PlacedEntry {
  const flags = directory.readUInt16LE(at + 8)
  const method = directory.readUInt16LE(at + 10)
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw new ZipError('not-read', name)
  let [packed, size, place] = [20, 24, 42].map((where) => directory.readUInt32LE(at + where)) as [number, number, number]
  const wide = wideNumbers(extra)
  const next = (value: number): number => (value === 0xffffffff ? whole(wide.shift() ?? -1n) : value)
  size = next(size)
  packed = next(packed)
  place = next(place)
  if (size > 1024 * 1024 && size > packed * mostPacked) throw new ZipError('too-dense', name)
  if (method === 0 && size !== packed) throw new ZipError('damaged', name)
  return { name, method, crc: directory.readUInt32LE(at + 16), size, packed, at: place }
}

function wideNumbers(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      const end = Math.min(extra.length, at + 4 + length)
      const values: bigint[] = []
      for (let n = at + 4; n + 8 <= end; n += 8) values.push(extra.readBigUInt64LE(n))
      return values
    }
    at += 4 + length
  }
  return []
}

/** A path that leads nowhere but down into the archive. */
function isPlainName(name: string): boolean {
  return (
    name.length <= 300 &&
    /^[\p{L}\p{N}_.-]+(\/[\p{L}\p{N}_.-]+)*$/u.test(name) &&
    !name.split('/').some((part) => /^\.+$/.test(part))
  )
}

/** The bytes of one entry; it must come to exactly what the directory says. @throws ZipError */
export async function* readEntryBytes(file: FileHandle, entry: PlacedEntry): AsyncGenerator<Uint8Array> {
  const packed = readPackedBytes(file, entry)
  const unpacked: AsyncIterable<Uint8Array> =
    entry.method === 0 ? packed : Readable.from(packed).pipe(createInflateRaw({ chunkSize: CHUNK }))
  let crc = 0
  let size = 0
  try {
    for await (const bytes of unpacked) {
      size += bytes.length
      if (size > entry.size) throw new ZipError('damaged', entry.name)
      crc = crc32(bytes, crc)
      yield bytes
    }
  } catch (thrown) {
    if (thrown instanceof ZipError || !(thrown instanceof Error) || !('code' in thrown) || !String(thrown.code).startsWith('Z_')) throw thrown // prettier-ignore
    throw new ZipError('damaged', entry.name)
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipError('damaged', entry.name)
}

/** The bytes of one entry as they lie in the archive. @throws ZipError */
export async function* readPackedBytes(file: FileHandle, { at, packed, name }: PlacedEntry): AsyncGenerator<Uint8Array> {
  const local = await bytesAt(file, at, 30)
  if (local.readUInt32LE() !== 0x04034b50) throw new ZipError('damaged', name)
  const start = at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  for (let done = 0; done < packed;) {
    const bytes = await bytesAt(file, start + done, Math.min(CHUNK, packed - done), name)
    done += bytes.length
    yield bytes
  }
}

async function bytesAt(file: FileHandle, at: number, length: number, entry: string | null = null): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done)
    if (bytesRead === 0) throw new ZipError('cut-off', entry)
    done += bytesRead
  }
  return bytes
}

function whole(value: bigint): number {
  if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipError('damaged')
  return Number(value)
}
