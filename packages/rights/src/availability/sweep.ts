/** The days of one part: what each stretch of them is, and which entries make it so (docs/rights.md, "Status of a cell"). */
import { type Line, type Status, STATUSES } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { ListNumbers } from '../box/list-numbers.ts'

export interface Cause {
  readonly status: Status
  readonly because: readonly string[]
  /** An entry behind it waits for an event without a date. */
  readonly undated: boolean
}

/** Days that are all of one cause, which is known by its number. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly cause: number
}

/** What a line does to a cell, as a bit: which of them are there decides the status, and which of them it is because of. */
const [ALONE, BESIDE_OTHERS, BLOCKS, HOLDS, SOLD_BESIDE] = [1, 2, 4, 8, 16] as const
const GRANTS = ALONE | BESIDE_OTHERS

function doesOf({ kind, exclusive }: Line): number {
  if (kind === 'grant') return exclusive ? ALONE : BESIDE_OTHERS
  if (kind === 'option') return HOLDS
  return kind === 'holdback' || exclusive ? BLOCKS : SOLD_BESIDE
}

/** The status of a cell in whose lines these are done, and which of them are behind it; in the order of the definition. */
function decided(done: number): readonly [status: Status, behind: number] {
  if ((done & GRANTS) === 0) return ['not-owned', 0]
  if ((done & BLOCKS) !== 0) return ['blocked', BLOCKS]
  if ((done & HOLDS) !== 0) return ['held', HOLDS]
  if ((done & ALONE) === 0) return ['non-exclusive', SOLD_BESIDE | BESIDE_OTHERS]
  return (done & SOLD_BESIDE) !== 0 ? ['non-exclusive', SOLD_BESIDE] : ['available', ALONE]
}

const DECIDED = Array.from({ length: 32 }, (_, done) => decided(done))

/**
 * The days `from` to `to` of any choice out of some lines, which must all be alive. Lines and entries are small numbers here, and
 * every different cause is one, so that thousands of stretches cost no text: the texts are those of the causes.
 */
export class Sweep {
  readonly causes: Cause[] = []
  readonly #from: Day
  readonly #to: Day
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #does: Uint8Array
  readonly #undated: readonly boolean[]
  /** The place of a line's entry among all, in the order of their ids. */
  readonly #places: Int32Array
  readonly #entries: readonly string[]
  readonly #lists: ListNumbers
  /** The cause of each list of entries, by how it comes about. */
  readonly #causes = new Map<number, number>()

  constructor(lines: readonly Line[], from: Day, to: Day) {
    this.#from = from
    this.#to = to
    this.#starts = new Int32Array(lines.length)
    this.#ends = new Int32Array(lines.length)
    this.#does = new Uint8Array(lines.length)
    this.#undated = lines.map(({ undated }) => undated)
    this.#entries = [...new Set(lines.map(({ entry }) => entry))].sort()
    this.#places = new Int32Array(lines.length)
    this.#lists = new ListNumbers(this.#entries.length)
    const places = new Map(this.#entries.map((entry, place) => [entry, place]))
    for (const [at, line] of lines.entries()) {
      this.#starts[at] = Math.max(line.box.from, from)
      this.#ends[at] = Math.min(line.box.to, to)
      this.#does[at] = doesOf(line)
      this.#places[at] = places.get(line.entry)!
    }
  }

  /** The stretches of the cells that lie in the lines `within` and no others: all days covered, equal neighbours merged. */
  stretches(within: readonly number[]): Stretch[] {
    const days = this.#changes(within)
    const found: Stretch[] = []
    let begun = days[0]!
    let open = this.#causeOn(begun, within)
    for (let at = 1; at < days.length; at++) {
      const cause = this.#causeOn(days[at]!, within)
      if (cause === open) continue
      found.push({ from: begun, to: days[at]! - 1, cause: open })
      begun = days[at]!
      open = cause
    }
    found.push({ from: begun, to: this.#to, cause: open })
    return found
  }

  /** The days on which lines begin or are over, in order; the first of all is one. */
  #changes(within: readonly number[]): Day[] {
    const days = [this.#from]
    for (const line of within) {
      if (this.#starts[line]! > this.#from) put(days, this.#starts[line]!)
      if (this.#ends[line]! < this.#to) put(days, this.#ends[line]! + 1)
    }
    return days
  }

  #causeOn(day: Day, within: readonly number[]): number {
    let done = 0
    for (const line of within) if (this.#starts[line]! <= day && day <= this.#ends[line]!) done |= this.#does[line]!
    const behind = DECIDED[done]![1]
    const places: number[] = []
    let undated = false
    for (const line of within) {
      if ((this.#does[line]! & behind) === 0 || this.#starts[line]! > day || day > this.#ends[line]!) continue
      undated ||= this.#undated[line]!
      put(places, this.#places[line]!)
    }
    return this.#numberOf(DECIDED[done]![0], undated, places)
  }

  #numberOf(status: Status, undated: boolean, places: readonly number[]): number {
    const key = (this.#lists.of(places) * STATUSES.length + STATUSES.indexOf(status)) * 2 + (undated ? 1 : 0)
    let number = this.#causes.get(key)
    if (number === undefined) {
      this.#causes.set(key, (number = this.causes.length))
      this.causes.push({ status, because: places.map((place) => this.#entries[place]!), undated })
    }
    return number
  }
}

/** Puts a number where it belongs in a short list in order, once. */
function put(list: number[], number: number): void {
  let at = list.length
  while (at > 0 && list[at - 1]! > number) at--
  if (at > 0 && list[at - 1] === number) return
  list.push(number)
  for (let last = list.length - 1; last > at; last--) list[last] = list[last - 1]!
  list[at] = number
}
