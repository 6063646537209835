/**
 * A request parted so that all cells of a part lie in the same lines, but for their days: the same territories, media,
 * languages and cuts. Lines are thinned out dimension by dimension, so a licence for Poland costs nothing in Peru.
 */
import type { Box } from '../box/box.ts'
import type { CutSet } from '../box/cut-set.ts'
import type { Line } from '../book/line.ts'
import type { LanguageSet } from '../languages/language-set.ts'
import type { MediaSet } from '../media/media-set.ts'
import { LEAVES } from '../territories/leaves.ts'
import { TerritorySet } from '../territories/territory-set.ts'

export interface Part {
  readonly territories: TerritorySet
  readonly media: MediaSet
  readonly languages: LanguageSet
  readonly cuts: CutSet
  /** The lines in which the part lies, as places in the list that was given, ascending. */
  readonly lines: readonly number[]
  /** The same small number for parts in the same lines. */
  readonly number: number
}

/** The parts of `box`: disjoint, together the whole of it. `lines` must all meet the box: where nothing parts it, they are all in it. */
export function partition(box: Box, lines: readonly Line[]): Part[] {
  const all = lines.map((_, at) => at)
  const allMedia = new Classes(MEDIA, box.media, lines.map((line) => line.box.media)) // prettier-ignore
  const allLanguages = new Classes(LANGUAGES, box.languages, lines.map((line) => line.box.languages)) // prettier-ignore
  const allCuts = new Classes(CUTS, box.cuts, lines.map((line) => line.box.cuts)) // prettier-ignore
  const numbers = new Numbers()
  const parts: Part[] = []
  for (const { territories, bit } of territoryClasses(box.territories, lines)) {
    const here = all.filter((at) => lines[at]!.box.territories.hasBit(bit))
    for (const media of allMedia.of(here)) {
      const inMedia = allMedia.in(media, here)
      for (const languages of allLanguages.of(inMedia)) {
        const inLanguages = allLanguages.in(languages, inMedia)
        for (const cuts of allCuts.of(inLanguages)) {
          const within = allCuts.in(cuts, inLanguages)
          parts.push({
            territories,
            media: media.set,
            languages: languages.set,
            cuts: cuts.set,
            lines: within,
            number: numbers.of(within),
          })
        }
      }
    }
  }
  return parts
}

/** Leaves that are in exactly the same sets get the same class: each set moves its leaves out of the classes they were in. */
function territoryClasses(asked: TerritorySet, lines: readonly Line[]): { territories: TerritorySet; bit: number }[] {
  const classOf = new Int32Array(LEAVES.length)
  const askedBits = asked.bits()
  const done = new Set<string>()
  let classes = 1
  for (const { box } of lines) {
    if (done.has(box.territories.key)) continue
    done.add(box.territories.key)
    if (box.territories.covers(asked)) continue
    const moved = new Map<number, number>()
    for (const bit of box.territories.and(asked).bits()) {
      const old = classOf[bit]!
      let now = moved.get(old)
      if (now === undefined) moved.set(old, (now = classes++))
      classOf[bit] = now
    }
  }
  const words = new Map<number, { words: Uint32Array; bit: number }>()
  for (const bit of askedBits) {
    const found = words.get(classOf[bit]!)
    const of = found ?? { words: new Uint32Array(asked.words.length), bit }
    if (found === undefined) words.set(classOf[bit]!, of)
    of.words[bit >> 5]! |= 1 << (bit & 31)
  }
  return [...words.values()].map((one) => ({ territories: new TerritorySet(one.words), bit: one.bit }))
}

interface Algebra<T> {
  and(a: T, b: T): T
  minus(a: T, b: T): T
  meets(a: T, b: T): boolean
  covers(outer: T, inner: T): boolean
  isEmpty(set: T): boolean
  key(set: T): string | number
}

const MEDIA: Algebra<MediaSet> = {
  and: (a, b) => a & b,
  minus: (a, b) => a & ~b,
  meets: (a, b) => (a & b) !== 0,
  covers: (outer, inner) => (inner & ~outer) === 0,
  isEmpty: (set) => set === 0,
  key: (set) => set,
}

interface SetLike<T> {
  and(other: T): T
  minus(other: T): T
  meets(other: T): boolean
  covers(other: T): boolean
  readonly isEmpty: boolean
  readonly key: string
}

const algebraOf = <T extends SetLike<T>>(): Algebra<T> => ({
  and: (a, b) => a.and(b),
  minus: (a, b) => a.minus(b),
  meets: (a, b) => a.meets(b),
  covers: (outer, inner) => outer.covers(inner),
  isEmpty: (set) => set.isEmpty,
  key: (set) => set.key,
})
const LANGUAGES = algebraOf<LanguageSet>()
const CUTS = algebraOf<CutSet>()

/** A class of one side: its cells, and which of the sets that part the side it lies in. */
interface Class<T> {
  readonly set: T
  readonly liesIn: readonly boolean[]
}

const PARTS_NOTHING = -1

/**
 * One side of the request, parted by the sets of some lines. Few sets are different and most cover all that is asked: sets are
 * small numbers here, and the classes that the same of them make are made once for all places where they come together.
 */
class Classes<T> {
  readonly #is: Algebra<T>
  readonly #asked: T
  readonly #sets: T[] = []
  /** The number of each line's set; of a set that covers all that is asked, none. */
  readonly #numbers: number[]
  readonly #made = new Map<string, readonly Class<T>[]>()

  constructor(is: Algebra<T>, asked: T, sets: readonly T[]) {
    this.#is = is
    this.#asked = asked
    const known = new Map<string | number, number>()
    this.#numbers = sets.map((set) => {
      if (set === asked || is.covers(set, asked)) return PARTS_NOTHING
      let number = known.get(is.key(set))
      if (number === undefined) known.set(is.key(set), (number = this.#sets.push(set) - 1))
      return number
    })
  }

  of(lines: readonly number[]): readonly Class<T>[] {
    const parting: number[] = []
    for (const line of lines) {
      const number = this.#numbers[line]!
      if (number !== PARTS_NOTHING && !parting.includes(number)) parting.push(number)
    }
    const key = parting.join()
    let classes = this.#made.get(key)
    if (classes === undefined) this.#made.set(key, (classes = this.#partedBy(parting)))
    return classes
  }

  /** Those of some lines in which a class lies that they made. */
  in({ liesIn }: Class<T>, lines: readonly number[]): readonly number[] {
    if (liesIn.length === 0) return lines
    return lines.filter((line) => this.#numbers[line] === PARTS_NOTHING || liesIn[this.#numbers[line]!])
  }

  #partedBy(parting: readonly number[]): Class<T>[] {
    const is = this.#is
    let classes = [this.#asked]
    for (const number of parting) {
      const set = this.#sets[number]!
      classes = classes.flatMap((one) => [is.and(one, set), is.minus(one, set)].filter((part) => !is.isEmpty(part)))
    }
    return classes.map((set) => ({ set, liesIn: parting.length === 0 ? [] : this.#sets.map((other) => is.meets(other, set)) }))
  }
}

/** Numbers lists of numbers, equal lists alike: a tree whose steps are their numbers. */
class Numbers {
  readonly #root: Step = { number: null, next: new Map() }
  #count = 0

  of(list: readonly number[]): number {
    let step = this.#root
    for (const number of list) {
      let next = step.next.get(number)
      if (next === undefined) step.next.set(number, (next = { number: null, next: new Map() }))
      step = next
    }
    return (step.number ??= this.#count++)
  }
}

interface Step {
  number: number | null
  readonly next: Map<number, Step>
}
