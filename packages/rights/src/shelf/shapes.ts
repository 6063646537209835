/**
 * A shape is all of a line but its days and its entry: kind, territories, media, languages, cuts. A book of millions of
 * lines has some thousands of shapes, so a question is put to each shape once and the lines look their answer up.
 */
import { ENTRY_KINDS, type EntryKind } from '../book/line.ts'
import type { CutSet } from '../box/cut-set.ts'
import type { LanguageSet } from '../languages/language-set.ts'
import type { TerritorySet } from '../territories/territory-set.ts'
import { Interned } from './interned.ts'

/** What a shape's flags say: its kind's place in `ENTRY_KINDS`, and two bits. */
export const KIND_BITS = 0b0011
export const EXCLUSIVE = 0b0100
export const UNDATED = 0b1000
export const FLAGS = 0b1111

export const GRANT = ENTRY_KINDS.indexOf('grant')
export const LICENCE = ENTRY_KINDS.indexOf('licence')
export const OPTION = ENTRY_KINDS.indexOf('option')

export const kindOf = (flags: number): EntryKind => ENTRY_KINDS[flags & KIND_BITS]!

const EMPTY = -1

export class Shapes {
  readonly territorySets: Interned<TerritorySet>
  readonly mediaSets: Interned<number>
  readonly languageSets: Interned<LanguageSet>
  readonly cutSets: Interned<CutSet>

  /** Columns, by shape. */
  flags = new Uint8Array(64)
  territories = new Uint32Array(64)
  media = new Uint32Array(64)
  languages = new Uint32Array(64)
  cuts = new Uint32Array(64)
  /** How many lines have this shape; a shape that none has is free. */
  uses = new Uint32Array(64)
  /** Every shape's number is below this. */
  length = 0

  private readonly free: number[] = []
  /** Open addressing: a shape's place follows its hash, with no gap between. Never more than half full. */
  private table = new Int32Array(128).fill(EMPTY)

  /** @param of shapes to begin with: the same under the same numbers */
  constructor(of?: Shapes) {
    this.territorySets = of?.territorySets.copy() ?? new Interned((set) => set.key)
    this.mediaSets = of?.mediaSets.copy() ?? new Interned((set) => set)
    this.languageSets = of?.languageSets.copy() ?? new Interned((set) => set.key)
    this.cutSets = of?.cutSets.copy() ?? new Interned((set) => set.key)
    if (!of) return
    this.flags = of.flags.slice()
    this.territories = of.territories.slice()
    this.media = of.media.slice()
    this.languages = of.languages.slice()
    this.cuts = of.cuts.slice()
    this.uses = of.uses.slice()
    this.length = of.length
    this.table = of.table.slice()
    this.free.push(...of.free)
  }

  /** The number of a shape, which from now on one line more has. */
  take(flags: number, territories: TerritorySet, media: number, languages: LanguageSet, cuts: CutSet): number {
    const t = this.territorySets.numberOf(territories)
    const m = this.mediaSets.numberOf(media)
    const l = this.languageSets.numberOf(languages)
    const c = this.cutSets.numberOf(cuts)
    let slot = hash(flags, t, m, l, c) & (this.table.length - 1)
    for (; this.table[slot] !== EMPTY; slot = (slot + 1) & (this.table.length - 1)) {
      const shape = this.table[slot]!
      if (this.territories[shape] !== t || this.media[shape] !== m || this.languages[shape] !== l) continue
      if (this.cuts[shape] !== c || this.flags[shape] !== flags) continue
      this.uses[shape]!++
      return shape
    }
    const shape = this.free.pop() ?? this.length++
    if (shape === this.flags.length) this.grow()
    this.flags[shape] = flags
    this.territories[shape] = t
    this.media[shape] = m
    this.languages[shape] = l
    this.cuts[shape] = c
    this.uses[shape] = 1
    this.territorySets.hold(t)
    this.mediaSets.hold(m)
    this.languageSets.hold(l)
    this.cutSets.hold(c)
    this.place(shape)
    return shape
  }

  /** One line less has the shape. */
  release(shape: number): void {
    if (--this.uses[shape]! > 0) return
    this.displace(shape)
    this.territorySets.release(this.territories[shape]!)
    this.mediaSets.release(this.media[shape]!)
    this.languageSets.release(this.languages[shape]!)
    this.cutSets.release(this.cuts[shape]!)
    this.free.push(shape)
  }

  /** What the columns and the table take; the sets themselves are reckoned at their words. */
  get bytes(): number {
    return (
      this.flags.length * (1 + 5 * 4) +
      this.table.byteLength +
      this.territorySets.size * 200 +
      (this.languageSets.size + this.cutSets.size) * 300
    )
  }

  private home(shape: number): number {
    const hashed = hash(
      this.flags[shape]!,
      this.territories[shape]!,
      this.media[shape]!,
      this.languages[shape]!,
      this.cuts[shape]!,
    )
    return hashed & (this.table.length - 1)
  }

  private place(shape: number): void {
    let slot = this.home(shape)
    while (this.table[slot] !== EMPTY) slot = (slot + 1) & (this.table.length - 1)
    this.table[slot] = shape
  }

  /** Takes a shape out of the table and moves up those behind it that would no longer be found. */
  private displace(shape: number): void {
    const { table } = this
    const last = table.length - 1
    let hole = this.home(shape)
    while (table[hole] !== shape) hole = (hole + 1) & last
    for (let at = (hole + 1) & last; table[at] !== EMPTY; at = (at + 1) & last) {
      if (((at - this.home(table[at]!)) & last) < ((at - hole) & last)) continue
      table[hole] = table[at]!
      hole = at
    }
    table[hole] = EMPTY
  }

  private grow(): void {
    const capacity = this.flags.length * 2
    this.flags = longer(this.flags, new Uint8Array(capacity))
    this.territories = longer(this.territories, new Uint32Array(capacity))
    this.media = longer(this.media, new Uint32Array(capacity))
    this.languages = longer(this.languages, new Uint32Array(capacity))
    this.cuts = longer(this.cuts, new Uint32Array(capacity))
    this.uses = longer(this.uses, new Uint32Array(capacity))
    const shapes = this.table.filter((shape) => shape !== EMPTY)
    this.table = new Int32Array(capacity * 2).fill(EMPTY)
    for (const shape of shapes) this.place(shape)
  }
}

/** The longer column, with the shorter one's values at its beginning. */
export function longer<Column extends Uint8Array | Uint32Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}

function hash(flags: number, t: number, m: number, l: number, c: number): number {
  let h =
    Math.imul(t, 0x9e3779b1) ^
    Math.imul(m + 1, 0x85ebca6b) ^
    Math.imul(l + 1, 0xc2b2ae35) ^
    Math.imul(c * 16 + flags + 1, 0x27d4eb2f)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  return h ^ (h >>> 13)
}
