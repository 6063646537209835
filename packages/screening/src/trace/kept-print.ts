/** A film’s print as bytes that can be kept beside its reel: taken once, for every copy that is ever traced. */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Area, PRINT, type Print } from './time/print.ts'

/** What it begins with: another way of taking prints gets another word, and those of the former way are taken anew. */
const HEAD = 'vitrine print 1\n'
const SIZE = PRINT.width * PRINT.height
const SIDES = ['left', 'top', 'right', 'bottom'] as const
const AREA = SIDES.length * 8

export async function printBytes({ pictures, area }: Print): Promise<Uint8Array> {
  const head = Buffer.alloc(HEAD.length + AREA)
  head.write(HEAD, 'latin1')
  SIDES.forEach((side, n) => head.writeDoubleBE(area[side], HEAD.length + 8 * n))
  return promisify(gzip)(Buffer.concat([head, ...pictures]), { level: 4 })
}

/** The print again; null where the bytes are none, or were cut off. */
export async function readPrint(kept: Uint8Array): Promise<Print | null> {
  const bytes = await promisify(gunzip)(kept).catch(() => null)
  const begin = HEAD.length + AREA
  if (bytes === null || bytes.toString('latin1', 0, HEAD.length) !== HEAD || (bytes.length - begin) % SIZE !== 0) return null
  const area = Object.fromEntries(SIDES.map((side, n) => [side, bytes.readDoubleBE(HEAD.length + 8 * n)])) as unknown as Area
  const pictures = Array.from({ length: (bytes.length - begin) / SIZE }, (_, n) => bytes.subarray(begin + n * SIZE, begin + (n + 1) * SIZE)) // prettier-ignore
  return { pictures, area }
}
