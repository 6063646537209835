/**
 * A set of language leaves. Rights are sold for "all languages" and for "German, dubbed", so a set is what holds for every
 * language (`rest`) and what holds otherwise for some: closed under union, intersection and difference without ever listing
 * hundreds of languages.
 */
import { ALL_USES, LANGUAGES, USES, type Use } from './languages.ts'
import { onesIn } from '../territories/territory-set.ts'

/**
 * An immutable set of (language, use).
 *
 * @example
 * LanguageSet.all.minus(LanguageSet.of(['fr'])).has('fr', 'dubbed') // false
 * LanguageSet.of(['de:dubbed', 'de:subtitled']).leaves()            // ['de:dubbed', 'de:subtitled']
 */
export class LanguageSet {
  /** Uses (bits of `USES`) that every language not in `named` has. */
  readonly rest: number
  /** Languages whose uses differ from `rest`, in the order of the code. */
  readonly named: ReadonlyMap<string, number>

  private constructor(rest: number, named: ReadonlyMap<string, number>) {
    this.rest = rest
    this.named = named
  }

  static make(rest: number, uses: Iterable<readonly [string, number]>): LanguageSet {
    const differing: (readonly [string, number])[] = []
    for (const one of uses) if (one[1] !== rest) differing.push(one)
    if (differing.length > 1) differing.sort(([a], [b]) => (a < b ? -1 : 1))
    return new LanguageSet(rest, new Map(differing))
  }

  static readonly none = LanguageSet.make(0, [])
  static readonly all = LanguageSet.make(ALL_USES, [])

  /** The set of the leaves named: `fr` for all its uses, `fr:dubbed` for one, `all`. @throws RangeError for a use that is none. */
  static of(leaves: Iterable<string>): LanguageSet {
    const uses = new Map<string, number>()
    for (const leaf of leaves) {
      if (leaf === 'all') return LanguageSet.all
      const [language, use] = leaf.split(':') as [string, string | undefined]
      uses.set(language, (uses.get(language) ?? 0) | (use === undefined ? ALL_USES : useBit(use)))
    }
    return LanguageSet.make(0, uses)
  }

  /** What is in any of the sets. */
  static union(this: void, sets: readonly LanguageSet[]): LanguageSet {
    if (sets.length === 1) return sets[0]!
    const uses = new Map<string, number>()
    let all = LanguageSet.none
    for (const set of sets) {
      if (set.rest !== 0) all = all.or(set)
      else for (const [language, mask] of set.named) uses.set(language, (uses.get(language) ?? 0) | mask)
    }
    return all.or(LanguageSet.make(0, uses))
  }

  /** The uses this set has of a language, as bits. */
  usesOf(language: string): number {
    return this.named.get(language) ?? this.rest
  }

  has(language: string, use: Use): boolean {
    return (this.usesOf(language) & useBit(use)) !== 0
  }

  and(other: LanguageSet): LanguageSet {
    return this.with(other, (a, b) => a & b)
  }

  or(other: LanguageSet): LanguageSet {
    return this.with(other, (a, b) => a | b)
  }

  minus(other: LanguageSet): LanguageSet {
    return this.with(other, (a, b) => a & ~b)
  }

  private with(other: LanguageSet, combine: (a: number, b: number) => number): LanguageSet {
    const uses = new Map<string, number>()
    for (const language of this.named.keys()) uses.set(language, combine(this.usesOf(language), other.usesOf(language)))
    for (const language of other.named.keys()) uses.set(language, combine(this.usesOf(language), other.usesOf(language)))
    return LanguageSet.make(combine(this.rest, other.rest), uses)
  }

  get isEmpty(): boolean {
    return this.rest === 0 && this.named.size === 0
  }

  get isAll(): boolean {
    return this.rest === ALL_USES && this.named.size === 0
  }

  /** How many leaves. */
  get size(): number {
    let count = onesIn(this.rest) * (LANGUAGES.length - this.named.size)
    for (const mask of this.named.values()) count += onesIn(mask)
    return count
  }

  /** Whether the two share a leaf. */
  meets(other: LanguageSet): boolean {
    if ((this.rest & other.rest) !== 0) return true
    for (const [language, mask] of this.named) if ((mask & other.usesOf(language)) !== 0) return true
    for (const [language, mask] of other.named) if ((mask & this.usesOf(language)) !== 0) return true
    return false
  }

  /** Whether every leaf of the other is in this one. */
  covers(other: LanguageSet): boolean {
    if ((other.rest & ~this.rest) !== 0) return false
    for (const [language, mask] of other.named) if ((mask & ~this.usesOf(language)) !== 0) return false
    for (const [language, mask] of this.named) if ((other.usesOf(language) & ~mask) !== 0) return false
    return true
  }

  /** The leaves: `['all']`, else `fr` for the four uses of French together and `fr:dubbed` for one of them, in order. */
  leaves(): string[] {
    if (this.isAll) return ['all']
    const languages = this.rest === 0 ? [...this.named.keys()] : LANGUAGES
    return languages.flatMap((language) => {
      const mask = this.usesOf(language)
      return mask === ALL_USES ? [language] : USES.filter((_, bit) => (mask >>> bit) & 1).map((use) => `${language}:${use}`)
    })
  }

  /** The same text for equal sets and for no other: a key for maps. */
  get key(): string {
    if (this.#key === undefined) {
      let key = String(this.rest)
      for (const [language, mask] of this.named) key += ` ${language}=${mask}`
      this.#key = key
    }
    return this.#key
  }
  #key: string | undefined
}

function useBit(use: string): number {
  const bit = USES.indexOf(use as Use)
  if (bit < 0) throw new RangeError(`There is no use ${use} of a language.`)
  return 1 << bit
}
