/**
 * Reads ZIP containers (DOCX, ODT, archives of sheets) without trusting a word of what they declare.
 *
 * The central directory is read first: the number of entries, their declared sizes, ratios and overlaps are checked
 * before a byte is inflated; then inflation itself is bounded by the declared size, and the checksum verified. Names are
 * never used as paths here. Format: PKWARE APPNOTE 6.3.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { DocumentError } from './errors.ts'
import type { Limits } from './limits.ts'

export interface ZipEntry {
  name: string
  /** Bytes packed and unpacked, as declared. */
  packed: number
  size: number
  directory: boolean
  symbolicLink: boolean
  encrypted: boolean
  method: number
  crc: number
  offset: number
}

export interface Zip {
  entries: readonly ZipEntry[]
  /** The bytes of one entry; throws `encrypted`, `damaged` or `zip-bomb`. */
  read(entry: ZipEntry): Uint8Array
}

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const END_64 = 0x06064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const FREE_RATIO_BYTES = 1_000_000 // a small file of spaces may well pack a thousandfold

/** The upper half of code page 437, in which names are written that do not say they are UTF-8 (APPNOTE appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

function entryName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])).join('')
  }
}

/**
 * Opens a ZIP held in memory.
 *
 * @throws DocumentError `damaged`, `too-many-entries`, `zip-bomb`
 * @example
 * const zip = openZip(bytes, DEFAULT_LIMITS)
 * const part = zip.entries.find((entry) => entry.name === 'word/document.xml')
 */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory.count > limits.entries) throw new DocumentError('too-many-entries', { limit: limits.entries })
  const entries = readDirectory(bytes, view, directory, limits)
  refuseBombs(entries, limits)
  let inflated = 0
  // What is read again is no more than it was.
  const counted = new Set<ZipEntry>()
  return {
    entries,
    read(entry) {
      const content = inflate(bytes, view, entry)
      if (!counted.has(entry)) inflated += content.length
      counted.add(entry)
      if (inflated > limits.inflatedBytes) throw new DocumentError('zip-bomb')
      return content
    },
  }
}

function findDirectory(view: DataView): { offset: number; count: number; end: number } {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count !== 0xffff && offset !== 0xffffffff) return { offset, count, end: at }
    return findDirectory64(view, at)
  }
  throw new DocumentError('damaged')
}

function findDirectory64(view: DataView, end: number): { offset: number; count: number; end: number } {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) throw new DocumentError('damaged')
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) throw new DocumentError('damaged')
  return { offset: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)), end: at }
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  directory: { offset: number; count: number; end: number },
  limits: Limits,
): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = directory.offset
  while (at + 46 <= directory.end && view.getUint32(at, true) === CENTRAL) {
    if (entries.length >= limits.entries) throw new DocumentError('too-many-entries', { limit: limits.entries })
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > view.byteLength) throw new DocumentError('damaged')
    const name = entryName(bytes.subarray(at + 46, at + 46 + nameLength))
    const large = readZip64(view, at, at + 46 + nameLength, extraLength)
    const unixMode = view.getUint8(at + 5) === 3 ? view.getUint32(at + 38, true) >>> 16 : 0
    const dosDirectory = (view.getUint32(at + 38, true) & 0x10) !== 0
    entries.push({
      name,
      ...large,
      directory: name.endsWith('/') || name.endsWith('\\') || (dosDirectory && large.size === 0),
      symbolicLink: (unixMode & 0o170000) === 0o120000,
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    })
    at = next
  }
  if (entries.length !== directory.count) throw new DocumentError('damaged')
  return entries
}

/** Sizes and offset, from the 64-bit extra field where the 32-bit ones say so. */
function readZip64(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { packed: number; size: number; offset: number } {
  const found = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  const wanted = (['size', 'packed', 'offset'] as const).filter((key) => found[key] === 0xffffffff)
  if (wanted.length === 0) return found
  for (let field = extra; field + 4 <= extra + extraLength;) {
    const length = view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1 && length >= wanted.length * 8 && field + 4 + length <= view.byteLength) {
      wanted.forEach((key, index) => (found[key] = Number(view.getBigUint64(field + 4 + index * 8, true))))
      return found
    }
    field += 4 + length
  }
  throw new DocumentError('damaged')
}

function refuseBombs(entries: readonly ZipEntry[], limits: Limits): void {
  let total = 0
  for (const entry of entries) {
    total += entry.size
    if (total > limits.inflatedBytes) throw new DocumentError('zip-bomb')
    if (entry.size > FREE_RATIO_BYTES && entry.size > entry.packed * limits.ratio) throw new DocumentError('zip-bomb')
  }
  // Entries that share their bytes make a small file unpack to a huge one (the overlapping-files bomb).
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new DocumentError('zip-bomb')
    end = entry.offset + 30 + entry.packed
  }
}

function inflate(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new DocumentError('encrypted')
  const at = entry.offset
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw new DocumentError('damaged')
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + entry.packed > view.byteLength) throw new DocumentError('damaged')
  const content = unpack(bytes.subarray(start, start + entry.packed), entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new DocumentError('damaged')
  return content
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new DocumentError('damaged')
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
  } catch (error) {
    // It unpacks to more than it declares: that is how a bomb hides from the check above.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new DocumentError('zip-bomb')
    throw new DocumentError('damaged')
  }
}
