import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1 that a name decides (xoshiro128**): a trace drawn again gives the same figures. No secret comes from here. */
export function drawsOf(name: string): () => number {
  const seed = createHash('sha256').update(name).digest()
  let [a, b, c, d] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12) | 1]
  const turned = (value: number, by: number) => (value << by) | (value >>> (32 - by))
  return () => {
    const result = Math.imul(turned(Math.imul(b, 5), 7), 9)
    const kept = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= kept
    d = turned(d, 11)
    return (result >>> 0) / 2 ** 32
  }
}
