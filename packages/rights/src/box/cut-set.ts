/** A set of cuts of one title. "All cuts" includes those that will be made later, so a set may be all but some. */

/**
 * An immutable set of cuts, by their names.
 *
 * @example
 * CutSet.all.minus(CutSet.of(['52'])).has('90') // true
 */
export class CutSet {
  /** Whether cuts that are not named are in the set. */
  readonly rest: boolean
  /** The cuts for which it is the other way round, sorted. */
  readonly named: readonly string[]

  private constructor(rest: boolean, named: readonly string[]) {
    this.rest = rest
    this.named = named
  }

  static readonly all = new CutSet(true, [])
  static readonly none = new CutSet(false, [])

  static of(cuts: Iterable<string>): CutSet {
    return new CutSet(false, [...new Set(cuts)].sort())
  }

  has(cut: string): boolean {
    return this.named.includes(cut) !== this.rest
  }

  and(other: CutSet): CutSet {
    return this.with(other, (a, b) => a && b)
  }

  or(other: CutSet): CutSet {
    return this.with(other, (a, b) => a || b)
  }

  minus(other: CutSet): CutSet {
    return this.with(other, (a, b) => a && !b)
  }

  private with(other: CutSet, combine: (a: boolean, b: boolean) => boolean): CutSet {
    if (this.named.length === 0 && other.named.length === 0) return combine(this.rest, other.rest) ? CutSet.all : CutSet.none
    const rest = combine(this.rest, other.rest)
    const named = [...new Set([...this.named, ...other.named])].sort()
    return new CutSet(rest, named.filter((cut) => combine(this.has(cut), other.has(cut)) !== rest)) // prettier-ignore
  }

  get isEmpty(): boolean {
    return !this.rest && this.named.length === 0
  }

  get isAll(): boolean {
    return this.rest && this.named.length === 0
  }

  equals(other: CutSet): boolean {
    return this.key === other.key
  }

  meets(other: CutSet): boolean {
    return (this.rest && other.rest) || !this.and(other).isEmpty
  }

  covers(other: CutSet): boolean {
    return this.isAll || other.minus(this).isEmpty
  }

  /** The same text for equal sets and for no other. */
  get key(): string {
    return (this.rest ? '-' : '+') + this.named.join('\n')
  }
}
