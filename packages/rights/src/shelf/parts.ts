/** Leaves in groups: those that none of some sets tells apart. */

/** The bits of a mask in such groups. */
export function partMask(mask: number, others: readonly number[]): number[] {
  let parts = mask === 0 ? [] : [mask]
  for (const other of others) {
    const next: number[] = []
    for (const part of parts) {
      if ((part & other) !== 0) next.push(part & other)
      if ((part & ~other) !== 0) next.push(part & ~other)
    }
    parts = next
  }
  return parts
}

const WORDS = 8

/** The same of territories, in words: of each group its size and one of its bits. */
export function partTerritories(wanted: Uint32Array, others: readonly Uint32Array[]): { size: number; bit: number }[] {
  const group = new Uint32Array(WORDS * 32)
  const sizes = [0]
  eachBit(wanted, wanted, () => sizes[0]!++)
  // each set takes its leaves out of the groups they are in, into new ones: as much work as it has leaves
  for (const other of new Set(others)) {
    const taken: number[] = []
    eachBit(wanted, other, (bit) => {
      const old = group[bit]!
      const next = (taken[old] ??= sizes.push(0) - 1)
      group[bit] = next
      sizes[old]!--
      sizes[next]!++
    })
  }
  const parts: { size: number; bit: number }[] = []
  eachBit(wanted, wanted, (bit) => {
    const size = sizes[group[bit]!]!
    if (size > 0) parts.push({ size, bit })
    sizes[group[bit]!] = 0
  })
  return parts
}

function eachBit(a: Uint32Array, b: Uint32Array, visit: (bit: number) => void): void {
  for (let at = 0; at < WORDS; at++)
    for (let word = a[at]! & b[at]!; word !== 0; word &= word - 1) visit(at * 32 + 31 - Math.clz32(word & -word))
}
