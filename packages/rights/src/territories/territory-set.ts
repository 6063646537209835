/** A set of territory leaves as 256 bits: small enough to be a value, quick enough to be asked a million times. */
import { leafBit, LEAVES } from './leaves.ts'

const WORDS = 8

/**
 * An immutable set of leaves.
 *
 * @example
 * const benelux = TerritorySet.of(['BE-fr', 'BE-nl', 'NL', 'LU'])
 * benelux.minus(TerritorySet.of(['LU'])).leaves() // ['BE-fr', 'BE-nl', 'NL']
 */
export class TerritorySet {
  /** Eight words of 32 bits; bit `n` of the whole is the leaf `LEAVES[n]`. Never written to after construction. */
  readonly words: Uint32Array

  constructor(words: Uint32Array) {
    this.words = words
  }

  static readonly none = new TerritorySet(new Uint32Array(WORDS))
  static readonly world = TerritorySet.of(LEAVES)

  /** The set of the leaves named. @throws RangeError for a code that is no leaf. */
  static of(leaves: Iterable<string>): TerritorySet {
    const words = new Uint32Array(WORDS)
    for (const leaf of leaves) {
      const bit = leafBit(leaf)
      if (bit === undefined) throw new RangeError(`There is no territory leaf ${leaf}.`)
      words[bit >> 5]! |= 1 << (bit & 31)
    }
    return new TerritorySet(words)
  }

  and(other: TerritorySet): TerritorySet {
    return this.with(other, (a, b) => a & b)
  }

  or(other: TerritorySet): TerritorySet {
    const words = new Uint32Array(WORDS)
    for (let at = 0; at < WORDS; at++) words[at] = this.words[at]! | other.words[at]!
    return new TerritorySet(words)
  }

  minus(other: TerritorySet): TerritorySet {
    return this.with(other, (a, b) => a & ~b)
  }

  private with(other: TerritorySet, combine: (a: number, b: number) => number): TerritorySet {
    const words = new Uint32Array(WORDS)
    for (let at = 0; at < WORDS; at++) words[at] = combine(this.words[at]!, other.words[at]!)
    return new TerritorySet(words)
  }

  get isEmpty(): boolean {
    return this.words.every((word) => word === 0)
  }

  /** How many leaves. */
  get size(): number {
    let count = 0
    for (const word of this.words) count += onesIn(word)
    return count
  }

  has(leaf: string): boolean {
    const bit = leafBit(leaf)
    return bit !== undefined && this.hasBit(bit)
  }

  hasBit(bit: number): boolean {
    return ((this.words[bit >> 5]! >>> (bit & 31)) & 1) === 1
  }

  /** Whether the two share a leaf. */
  meets(other: TerritorySet): boolean {
    for (let at = 0; at < WORDS; at++) if ((this.words[at]! & other.words[at]!) !== 0) return true
    return false
  }

  /** Whether every leaf of the other is in this one. */
  covers(other: TerritorySet): boolean {
    for (let at = 0; at < WORDS; at++) if ((other.words[at]! & ~this.words[at]!) !== 0) return false
    return true
  }

  equals(other: TerritorySet): boolean {
    for (let at = 0; at < WORDS; at++) if (this.words[at] !== other.words[at]) return false
    return true
  }

  /** The bits that are set, in order. */
  bits(): number[] {
    const found: number[] = []
    for (let at = 0; at < WORDS; at++) {
      for (let word = this.words[at]!; word !== 0; word &= word - 1) found.push(at * 32 + (31 - Math.clz32(word & -word)))
    }
    return found
  }

  /** The leaves, in the order of the code. */
  leaves(): string[] {
    return this.bits().map((bit) => LEAVES[bit]!)
  }

  /** The same text for equal sets and for no other: a key for maps. */
  get key(): string {
    return (this.#key ??= textOf(this.words))
  }
  #key: string | undefined
}

/** Eight words as one text; `join` of a typed array takes several times as long. */
const textOf = ([a, b, c, d, e, f, g, h]: Uint32Array): string => `${a}.${b}.${c}.${d}.${e}.${f}.${g}.${h}`

export function onesIn(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
