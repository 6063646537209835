/**
 * The code that tells copies apart: a symmetric Tardos code. Each segment of a reel has a secret *bias*; each viewing gets variant b of a
 * segment with that probability, else variant a, drawn by its own key. Nothing is stored but the keys.
 *
 * Sources: G. Tardos, “Optimal probabilistic fingerprint codes”, Journal of the ACM 55(2), 2008; B. Škorić, S. Katzenbeisser and M. U.
 * Celik, “Symmetric Tardos fingerprinting codes for arbitrary alphabet sizes”, Designs, Codes and Cryptography 46(2), 2008.
 *
 *     u(key, words, i) = first 48 bits of HMAC-SHA-256(key, words ‖ i as 32 bits, big-endian) ÷ 2⁴⁸
 *     bias(i)          = sin²(τ + u(reelKey, "vitrine mark bias 1", i) · (π/2 − 2τ))   where sin²τ = CUT_OFF
 *     symbol(i)        = 1 where u(viewingKey, "vitrine mark symbol 1", i) < bias(i), else 0
 *
 * which is the arcsine density f(p) ∝ 1/√(p(1 − p)) on [CUT_OFF, 1 − CUT_OFF].
 */
import { hash } from 'node:crypto'

/** 32 random bytes: of a reel, or of a viewing. */
export type MarkKey = Uint8Array

/** 0: the viewing gets variant a of the segment; 1: variant b. */
export type MarkSymbol = 0 | 1

/**
 * No bias comes nearer to 0 or 1 than this. Tardos’s proof for coalitions of any size wants 1/(300 c); for the one to five people who
 * might lend each other a screener, and codes as short as an excerpt, 0.02 lets each segment say more: against the worst of interleaving,
 * majority and minority it tells 0.463, 0.097, 0.039 and 0.014 nats about one of 1, 2, 3 and 5 people, where 1/1,500 tells 0.399, 0.084,
 * 0.035 and 0.013. Above 0.05, three people who always show the rarer variant begin to hide.
 */
export const CUT_OFF = 0.02

const EDGE = Math.asin(Math.sqrt(CUT_OFF))

/** Probability that a viewing has variant b of this segment; within [CUT_OFF, 1 − CUT_OFF]. */
export function biasOf(reelKey: MarkKey, index: number): number {
  return Math.sin(EDGE + drawn(reelKey, 'vitrine mark bias 1', index) * (Math.PI / 2 - 2 * EDGE)) ** 2
}

/** Which variant of this segment the viewing gets. Without both keys it cannot be told. */
export function symbolOf(reelKey: MarkKey, viewingKey: MarkKey, index: number): MarkSymbol {
  return symbolFor(biasOf(reelKey, index), viewingKey, index)
}

/** The same for a bias at hand, when many viewings of one reel are compared. */
export function symbolFor(bias: number, viewingKey: MarkKey, index: number): MarkSymbol {
  return drawn(viewingKey, 'vitrine mark symbol 1', index) < bias ? 1 : 0
}

/** A number from 0 up to 1 that only the holder of the key can tell. */
function drawn(key: MarkKey, words: string, index: number): number {
  return keyed(key, words, index).readUIntBE(0, 6) / 2 ** 48
}

/** HMAC-SHA-256 of what is drawn and of the segment: every secret of the mark comes from here. */
export function keyed(key: MarkKey, words: string, index: number): Buffer {
  if (key.length !== 32) throw new RangeError('A key of the mark is 32 bytes long.')
  if (!Number.isInteger(index) || index < 0 || index > 0xffffffff) throw new RangeError('A segment has a whole number from 0.')
  // By the definition in RFC 2104: node’s own takes nine tenths of its time to wrap the key, and a trace asks half a million times.
  const inner = Buffer.alloc(BLOCK + words.length + 4, 0x36)
  const outer = Buffer.alloc(BLOCK + 32, 0x5c)
  for (let i = 0; i < 32; i++) {
    inner[i]! ^= key[i]!
    outer[i]! ^= key[i]!
  }
  inner.write(words, BLOCK, 'latin1')
  inner.writeUInt32BE(index, BLOCK + words.length)
  hash('sha256', inner, 'buffer').copy(outer, BLOCK)
  return hash('sha256', outer, 'buffer')
}

/** Bytes that SHA-256 takes at a time. */
const BLOCK = 64
