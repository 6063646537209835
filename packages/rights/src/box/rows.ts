/**
 * Boxes as rows of whole numbers, a column for each side: equal sides have equal numbers, so rows are compared, found and put
 * together without a look at the sets they stand for. Nothing is made for a row but its numbers.
 */
import type { Day } from '../days/day.ts'
import type { Box } from './box.ts'
import type { Tagged } from './merge-boxes.ts'
import { compareTerritories } from './order.ts'
import { Sets } from './sets.ts'

/** The sides of a box, in the order in which they are put together. */
const [DAYS, CUTS, LANGUAGES, MEDIA, TERRITORIES] = [0, 1, 2, 3, 4] as const
export const SIDES = 5

/** All of a box but its days. */
export type Sides = Pick<Box, 'territories' | 'media' | 'languages' | 'cuts'>

const NOBODY = -1
const COLUMNS = 13

/** Odd numbers without a pattern, one for each thing that a hash is of. */
const [OF_FROM, OF_TO, OF_TAG] = [0x85ebca6b, 0x2c1b3c6d, 0x9e3779b1] as const
const OF_SIDE = [0, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0x68e31da5] as const
const hashOf = (side: number, number: number): number => Math.imul(number + 1, OF_SIDE[side]!)

const NO_SIDES = { territories: -1, media: 0, languages: -1, cuts: -1, hash: 0 }

export class Rows {
  readonly #territories: Sets<Box['territories']>
  readonly #languages: Sets<Box['languages']>
  readonly #cuts: Sets<Box['cuts']>
  /** By row: its days, the numbers of its other sides, and its tag. */
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #territory: Int32Array
  readonly #medium: Int32Array
  readonly #language: Int32Array
  readonly #cut: Int32Array
  readonly #tag: Int32Array
  /** By row: the sum of what each side adds to it, so that any of them can be left out. */
  readonly #hash: Int32Array
  /** By row: the same without the side whose turn it is. */
  readonly #hashBut: Int32Array
  /** The rows that are left, in order, and room for those that will be. */
  #left: Int32Array
  #next: Int32Array
  #count = 0
  /** By the first of alike rows: the last of them; by any but the last: the one after it. */
  readonly #last: Int32Array
  readonly #after: Int32Array
  /** Open addressing: the place of a row follows its hash. Never more than half full. */
  readonly #slots: Int32Array
  #sides: Sides | null = null
  #numbers = NO_SIDES

  /** @param most the most rows that will be put */
  constructor(most: number) {
    // every time that rows become one there can be one set more
    const sets = 2 * most
    this.#territories = new Sets(sets)
    this.#languages = new Sets(sets)
    this.#cuts = new Sets(sets)
    // one piece of memory for all: many small ones take longer to get than to fill
    const memory = new ArrayBuffer(COLUMNS * most * Int32Array.BYTES_PER_ELEMENT)
    let columns = 0
    const column = (): Int32Array => new Int32Array(memory, columns++ * most * Int32Array.BYTES_PER_ELEMENT, most)
    this.#from = column()
    this.#to = column()
    this.#territory = column()
    this.#medium = column()
    this.#language = column()
    this.#cut = column()
    this.#tag = column()
    this.#hash = column()
    this.#hashBut = column()
    this.#left = column()
    this.#next = column()
    this.#last = column()
    this.#after = column()
    this.#slots = new Int32Array(slotsFor(most))
  }

  /** One more row. Rows with the very same sides are best put one after the other: these are looked up once. */
  put(sides: Sides, from: Day, to: Day, tag: number): void {
    if (sides !== this.#sides) this.#number(sides)
    const { territories, media, languages, cuts, hash } = this.#numbers
    const row = this.#count++
    this.#left[row] = row
    this.#from[row] = from
    this.#to[row] = to
    this.#territory[row] = territories
    this.#medium[row] = media
    this.#language[row] = languages
    this.#cut[row] = cuts
    this.#tag[row] = tag
    this.#hash[row] = hash + Math.imul(tag, OF_TAG) + this.#adds(DAYS, row)
  }

  #number(sides: Sides): void {
    this.#sides = sides
    const territories = this.#territories.numberOf(sides.territories)
    const languages = this.#languages.numberOf(sides.languages)
    const cuts = this.#cuts.numberOf(sides.cuts)
    const hash = hashOf(TERRITORIES, territories) + hashOf(MEDIA, sides.media) + hashOf(LANGUAGES, languages) + hashOf(CUTS, cuts)
    this.#numbers = { territories, media: sides.media, languages, cuts, hash }
  }

  /** What a side adds to the hash of a row. */
  #adds(side: number, row: number): number {
    switch (side) {
      case DAYS:
        return Math.imul(this.#from[row]!, OF_FROM) + Math.imul(this.#to[row]!, OF_TO)
      case CUTS:
        return hashOf(CUTS, this.#cut[row]!)
      case LANGUAGES:
        return hashOf(LANGUAGES, this.#language[row]!)
      case MEDIA:
        return hashOf(MEDIA, this.#medium[row]!)
      default:
        return hashOf(TERRITORIES, this.#territory[row]!)
    }
  }

  /** Makes one row of those that are alike but for a side. @returns whether there were any */
  putTogether(side: number): boolean {
    const before = this.#count
    if (!this.#findAlike(side)) return false
    const heads = this.#left
    const count = this.#count
    this.#left = this.#next
    this.#next = heads
    this.#count = 0
    for (let at = 0; at < count; at++) {
      const head = heads[at]!
      if (this.#last[head] === head) this.#left[this.#count++] = head
      else if (side === DAYS) this.#joinDays(head)
      else this.#unite(side, head)
    }
    return this.#count < before
  }

  /** Strings rows together that are alike but for a side; only the first of each string is left. */
  #findAlike(side: number): boolean {
    const left = this.#left
    const before = this.#count
    const mask = slotsFor(before) - 1
    const slots = this.#slots.fill(NOBODY, 0, mask + 1)
    let heads = 0
    for (let at = 0; at < before; at++) {
      const row = left[at]!
      const hash = (this.#hashBut[row] = this.#hash[row]! - this.#adds(side, row))
      let slot = (hash ^ (hash >>> 15)) & mask
      while (slots[slot] !== NOBODY && !this.#alikeBut(side, slots[slot]!, row)) slot = (slot + 1) & mask
      const head = slots[slot]!
      if (head === NOBODY) {
        slots[slot] = left[heads++] = this.#last[row] = row
      } else {
        this.#after[this.#last[head]!] = row
        this.#last[head] = row
      }
    }
    this.#count = heads
    return heads < before
  }

  #alikeBut(side: number, a: number, b: number): boolean {
    return (
      this.#hashBut[a] === this.#hashBut[b] &&
      this.#tag[a] === this.#tag[b] &&
      (side === TERRITORIES || this.#territory[a] === this.#territory[b]) &&
      (side === MEDIA || this.#medium[a] === this.#medium[b]) &&
      (side === LANGUAGES || this.#language[a] === this.#language[b]) &&
      (side === CUTS || this.#cut[a] === this.#cut[b]) &&
      (side === DAYS || (this.#from[a] === this.#from[b] && this.#to[a] === this.#to[b]))
    )
  }

  #stringOf(head: number): number[] {
    const rows = [head]
    for (let row = head; row !== this.#last[head];) rows.push((row = this.#after[row]!))
    return rows
  }

  /** One row of all that hang together. */
  #unite(side: number, head: number): void {
    const rows = this.#stringOf(head)
    if (side === CUTS) this.#cut[head] = this.#cuts.union(rows.map((row) => this.#cut[row]!))
    else if (side === LANGUAGES) this.#language[head] = this.#languages.union(rows.map((row) => this.#language[row]!))
    else if (side === TERRITORIES) this.#territory[head] = this.#territories.union(rows.map((row) => this.#territory[row]!))
    else this.#medium[head] = rows.reduce((all, row) => all | this.#medium[row]!, 0)
    this.#keep(side, head)
  }

  /** A row for each stretch of days that follow one another. */
  #joinDays(head: number): void {
    const [first, ...rest] = this.#stringOf(head).sort((a, b) => this.#from[a]! - this.#from[b]!)
    let open = first!
    for (const row of rest) {
      if (this.#to[open]! + 1 === this.#from[row]) this.#to[open] = this.#to[row]!
      else {
        this.#keep(DAYS, open)
        open = row
      }
    }
    this.#keep(DAYS, open)
  }

  #keep(side: number, row: number): void {
    this.#hash[row] = this.#hashBut[row]! + this.#adds(side, row)
    this.#left[this.#count++] = row
  }

  /** What is left, by days, then territories, media, languages, cuts: the order in which answers are printed. */
  inOrder(): Tagged[] {
    const [territories, languages, cuts] = [this.#territories.sets, this.#languages.sets, this.#cuts.sets]
    const order = this.#left
      .subarray(0, this.#count)
      .sort(
        (a, b) =>
          this.#from[a]! - this.#from[b]! ||
          this.#to[a]! - this.#to[b]! ||
          compareTerritories(territories[this.#territory[a]!]!, territories[this.#territory[b]!]!) ||
          this.#medium[a]! - this.#medium[b]! ||
          compareKeys(languages[this.#language[a]!]!.key, languages[this.#language[b]!]!.key) ||
          compareKeys(cuts[this.#cut[a]!]!.key, cuts[this.#cut[b]!]!.key) ||
          this.#tag[a]! - this.#tag[b]!,
      )
    const found: Tagged[] = []
    for (const row of order) {
      const box: Box = {
        territories: territories[this.#territory[row]!]!,
        media: this.#medium[row]!,
        languages: languages[this.#language[row]!]!,
        cuts: cuts[this.#cut[row]!]!,
        from: this.#from[row]!,
        to: this.#to[row]!,
      }
      found.push({ box, tag: this.#tag[row]! })
    }
    return found
  }
}

const slotsFor = (rows: number): number => 2 ** Math.ceil(Math.log2(2 * rows + 1))

const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
