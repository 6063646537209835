/**
 * Disjoint boxes put together again, so that an answer reads as a person would say it: boxes that are alike but for one
 * dimension become one, until nothing fits.
 */
import type { Day } from '../days/day.ts'
import type { LanguageSet } from '../languages/language-set.ts'
import type { Box } from './box.ts'
import type { CutSet } from './cut-set.ts'
import { compareTerritories } from './order.ts'

export interface Tagged {
  readonly box: Box
  /** Only boxes with the same tag are put together; a whole number from 0. */
  readonly tag: number
}

/**
 * The same cells in fewer boxes, in a fixed order: whatever order they came in, the same boxes go out.
 *
 * @example
 * const halves = [{ ...EVERYTHING, from: 0, to: 9 }, { ...EVERYTHING, from: 10, to: 19 }]
 * mergeBoxes(halves.map((box) => ({ box, tag: 1 }))).map(({ box }) => [box.from, box.to]) // [[0, 19]]
 */
export function mergeBoxes(items: readonly Tagged[]): Tagged[] {
  const byTag = new Map<number, Tagged[]>()
  for (const item of items) {
    const same = byTag.get(item.tag)
    if (same === undefined) byTag.set(item.tag, [item])
    else same.push(item)
  }
  const shared = items.length <= MOST_NUMBERED ? new Table(items.length) : null
  const merged: Tagged[] = []
  for (const alike of byTag.values()) {
    if (alike.length === 1) merged.push(alike[0]!)
    else for (const row of together(alike, shared ?? new Table(alike.length))) merged.push(row)
  }
  return merged.sort(inOrder)
}

function together(items: readonly Tagged[], table: Table): Tagged[] {
  let rows = items.map(({ box, tag }) => table.row(box, tag))
  // a pass leaves nothing that it could put together itself: when all the others find nothing either, it is done
  let idle = -1
  for (let pass = 0; idle < PASSES.length - 1 && rows.length > 1; pass = (pass + 1) % PASSES.length) {
    const before = rows.length
    rows = PASSES[pass]!(rows, table)
    idle = rows.length === before ? idle + 1 : 0
  }
  return rows
}

type Pass = (rows: readonly Row[], table: Table) => Row[]

const territories: Pass = (rows, table) =>
  unite(rows, table, (r) => table.key(r.window, r.media, r.languages, r.cuts), (box, others) => ({ ...box, territories: others.reduce((set, other) => set.or(other.box.territories), box.territories) })) // prettier-ignore
const media: Pass = (rows, table) =>
  unite(rows, table, (r) => table.key(r.window, r.territories, r.languages, r.cuts), (box, others) => ({ ...box, media: others.reduce((set, other) => set | other.box.media, box.media) })) // prettier-ignore
const languages: Pass = (rows, table) =>
  unite(rows, table, (r) => table.key(r.window, r.territories, r.media, r.cuts), (box, others) => ({ ...box, languages: others.reduce((set, other) => set.or(other.box.languages), box.languages) })) // prettier-ignore
const cuts: Pass = (rows, table) =>
  unite(rows, table, (r) => table.key(r.window, r.territories, r.media, r.languages), (box, others) => ({ ...box, cuts: others.reduce((set, other) => set.or(other.box.cuts), box.cuts) })) // prettier-ignore

/**
 * What is put together first decides what still fits later. From the days and languages outwards to the territories a
 * patchwork that is one box in the end becomes one: on books like real ones it leaves a tenth fewer boxes than any other
 * order that was tried, and two orders of which the better is taken hardly fewer still, at twice the time.
 */
const PASSES: readonly Pass[] = [uniteDays, cuts, languages, media, territories]

function unite(
  rows: readonly Row[],
  table: Table,
  keyOf: (row: Row) => Key,
  join: (box: Box, others: readonly Row[]) => Box,
): Row[] {
  const alike = new Map<Key, Row | Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const same = alike.get(key)
    if (same === undefined) alike.set(key, row)
    else if (Array.isArray(same)) same.push(row)
    else alike.set(key, [same, row])
  }
  if (alike.size === rows.length) return rows as Row[]
  return Array.from(alike.values(), (one) => (Array.isArray(one) ? table.row(join(one[0]!.box, one.slice(1)), one[0]!.tag) : one))
}

function uniteDays(rows: readonly Row[], table: Table): Row[] {
  const stacks = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = table.key(row.where, row.territories, row.media, 0)
    const stack = stacks.get(key)
    if (stack === undefined) stacks.set(key, [row])
    else stack.push(row)
  }
  const joined: Row[] = []
  for (const stack of stacks.values()) {
    if (stack.length > 1) stack.sort((a, b) => a.box.from - b.box.from)
    let open = stack[0]!
    for (const row of stack.slice(1)) {
      if (open.box.to + 1 === row.box.from) open = table.row({ ...open.box, to: row.box.to }, open.tag)
      else {
        joined.push(open)
        open = row
      }
    }
    joined.push(open)
  }
  return joined
}

// ---------------------------------------------------------------- small numbers for big keys

/** A box with a small number for each of its sides; equal sides have equal numbers. */
interface Row {
  readonly box: Box
  readonly tag: number
  readonly territories: number
  readonly media: number
  readonly languages: number
  readonly cuts: number
  /** First and last day together. */
  readonly window: number
  /** Languages and cuts together. */
  readonly where: number
}
type Key = number | string

/** So many rows can share one table: four of their numbers still fit into one. */
const MOST_NUMBERED = 4_800

/** Numbers the sides of boxes, so that four of them fit into one number as the key of a map: several times quicker than text. */
class Table {
  readonly #radix: number
  readonly #seen = new Map<object, number>()
  readonly #territories = new Map<string, number>()
  readonly #media = new Map<number, number>()
  readonly #languages = new Map<string, number>()
  readonly #cuts = new Map<string, number>()
  readonly #windows = new Map<Key, number>()
  readonly #days = new Map<Day, number>()
  readonly #where = new Map<number, number>()
  readonly key: (a: number, b: number, c: number, d: number) => Key

  constructor(count: number) {
    // each union of two rows makes at most one new side and one row less, so there are never more than twice as many
    const radix = (this.#radix = 2 * count + 2)
    this.key =
      radix ** 4 <= Number.MAX_SAFE_INTEGER
        ? (a, b, c, d) => ((a * radix + b) * radix + c) * radix + d
        : (a, b, c, d) => `${a},${b},${c},${d}`
  }

  /** Most sets come again as the very same object: their text is only made once. */
  #side(numbers: Map<string, number>, set: { readonly key: string }): number {
    let number = this.#seen.get(set)
    if (number === undefined) this.#seen.set(set, (number = numberOf(numbers, set.key)))
    return number
  }

  row(box: Box, tag: number): Row {
    const languages = this.#side(this.#languages, box.languages)
    const cuts = this.#side(this.#cuts, box.cuts)
    return {
      box,
      tag,
      territories: this.#side(this.#territories, box.territories),
      media: numberOf(this.#media, box.media),
      languages,
      cuts,
      window: numberOf(this.#windows, this.key(numberOf(this.#days, box.from), numberOf(this.#days, box.to), 0, 0)),
      where: numberOf(this.#where, languages * this.#radix + cuts),
    }
  }
}

function numberOf<T>(numbers: Map<T, number>, side: T): number {
  let number = numbers.get(side)
  if (number === undefined) numbers.set(side, (number = numbers.size))
  return number
}

/** By days, then territories, media, languages, cuts: the order in which answers are printed. */
export function inOrder(a: Tagged, b: Tagged): number {
  return (
    a.box.from - b.box.from ||
    a.box.to - b.box.to ||
    compareTerritories(a.box.territories, b.box.territories) ||
    a.box.media - b.box.media ||
    compareKeys(a.box.languages, b.box.languages) ||
    compareKeys(a.box.cuts, b.box.cuts) ||
    a.tag - b.tag
  )
}

const compareKeys = (a: LanguageSet | CutSet, b: LanguageSet | CutSet): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
