/** Whether a sealed file is as it was sealed, and by whom. */
import { createHash } from 'node:crypto'
import { readDetached } from './cms.ts'
import { fingerprintOf } from './make-seal.ts'

export type SealVerdict =
  /** The file has no seal, or one that cannot be read. */
  | { readonly sealed: false }
  | {
      readonly sealed: true
      /** Every byte is as it was when it was sealed, and nothing was added behind. */
      readonly whole: boolean
      /** SHA-256 of the certificate of whoever sealed it. */
      readonly fingerprint: string
    }

const RANGE = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

/**
 * Reads the last seal of a file. It covers all bytes but its own; a byte that was changed, cut off or added shows.
 *
 * @example
 * readSeal(await evidencePdf(evidence, seal)) // { sealed: true, whole: true, fingerprint: 'a1b2…' }
 */
export function readSeal(bytes: Uint8Array): SealVerdict {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const range = [...file.toString('latin1').matchAll(RANGE)].at(-1)
  if (range === undefined) return { sealed: false }
  const [from, to, rest] = range.slice(1).map(Number) as [number, number, number]
  if (from >= to || to > file.length) return { sealed: false }
  const hex = file.toString('latin1', from, to)
  if (!/^<[0-9a-fA-F]+>$/.test(hex)) return { sealed: false }
  const digest = createHash('sha256')
    .update(file.subarray(0, from))
    .update(file.subarray(to, to + rest))
    .digest()
  const read = readDetached(Buffer.from(hex.slice(1, -1), 'hex'), digest)
  if (read === null) return { sealed: false }
  return { sealed: true, whole: read.holds && to + rest === file.length, fingerprint: fingerprintOf(read.certificate) }
}
