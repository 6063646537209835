/**
 * Shares of a whole that add up to it exactly: the method of the largest remainder (Hamilton). Everyone gets the whole units of
 * their share, and the units that are left go one each to those who lost the largest fraction; of equal fractions the earlier.
 */

/**
 * Divides `minor` in proportion to `weights`, whole numbers that are not negative. When all weights are zero everyone counts
 * the same. An amount below zero is divided as its positive is.
 *
 * @example
 * allocate(10_000, [1, 1, 1]) // [3334, 3333, 3333]
 * allocate(-100, [2, 1])      // [-67, -33]
 * @throws RangeError for no weights at all, or one that is negative or no whole number
 */
export function allocate(minor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`)
  if (weights.length === 0) throw new RangeError('nobody to divide among')
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('weights are whole numbers from 0 up') // prettier-ignore
  const even = weights.every((weight) => weight === 0)
  // Products of two 53-bit numbers need more than a double has: 128 bits are enough, and BigInt has them.
  const parts = weights.map((weight) => BigInt(even ? 1 : weight))
  const whole = BigInt(Math.abs(minor))
  const all = parts.reduce((sum, part) => sum + part, 0n)
  const shares = parts.map((part) => (whole * part) / all)
  const lost = parts.map((part, at) => ({ at, fraction: (whole * part) % all }))
  let left = Number(whole - shares.reduce((sum, share) => sum + share, 0n))
  for (const { at } of lost.toSorted((a, b) => (a.fraction === b.fraction ? a.at - b.at : a.fraction > b.fraction ? -1 : 1))) {
    if (left === 0) break
    shares[at]! += 1n
    left -= 1
  }
  return shares.map((share) => (minor < 0 ? -Number(share) || 0 : Number(share)))
}
