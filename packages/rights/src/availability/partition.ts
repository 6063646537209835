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
import { ListNumbers } from '../box/list-numbers.ts'

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
  const allMedia = new Classes(MEDIA, box.media, lines.map((line) => line.box.media)) // prettier-ignore
  const allLanguages = new Classes(LANGUAGES, box.languages, lines.map((line) => line.box.languages)) // prettier-ignore
  const allCuts = new Classes(CUTS, box.cuts, lines.map((line) => line.box.cuts)) // prettier-ignore
  const places = lines.map((line) => line.box.territories)
  const numbers = new ListNumbers(lines.length)
  const parts: Part[] = []
  for (const { territories, bit } of territoryClasses(box.territories, lines)) {
    const here: number[] = []
    for (let at = 0; at < places.length; at++) if (places[at]!.hasBit(bit)) here.push(at)
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
  key(set: T): string | number
}

const MEDIA: Algebra<MediaSet> = {
  and: (a, b) => a & b,
  minus: (a, b) => a & ~b,
  meets: (a, b) => (a & b) !== 0,
  covers: (outer, inner) => (inner & ~outer) === 0,
  key: (set) => set,
}

interface SetLike<T> {
  and(other: T): T
  minus(other: T): T
  meets(other: T): boolean
  covers(other: T): boolean
  readonly key: string
}

const algebraOf = <T extends SetLike<T>>(): Algebra<T> => ({
  and: (a, b) => a.and(b),
  minus: (a, b) => a.minus(b),
  meets: (a, b) => a.meets(b),
  covers: (outer, inner) => outer.covers(inner),
  key: (set) => set.key,
})
const LANGUAGES = algebraOf<LanguageSet>()
const CUTS = algebraOf<CutSet>()

/** A class of one side: its cells, and which of the sets that part the side it lies in; null where nothing parts it. */
interface Class<T> {
  readonly set: T
  readonly liesIn: Uint8Array | null
}

const PARTS_NOTHING = -1

/**
 * One side of the request, parted by the sets of some lines. Few sets are different and most cover all that is asked: sets are
 * small numbers here, and the classes that the same of them make are made once for all places where they come together.
 */
class Classes<T> {
  readonly #is: Algebra<T>
  readonly #whole: readonly Class<T>[]
  readonly #sets: T[] = []
  /** The number of each line's set; of a set that covers all that is asked, none. */
  readonly #numbers: Int32Array
  readonly #choices: ListNumbers
  readonly #made: (readonly Class<T>[])[] = []
  /** By set: the last choice of lines that was seen to have it, so that each is taken once. */
  readonly #takenBy: Int32Array
  #choice = 0

  constructor(is: Algebra<T>, asked: T, sets: readonly T[]) {
    this.#is = is
    this.#whole = [{ set: asked, liesIn: null }]
    const known = new Map<string | number, number>()
    this.#numbers = new Int32Array(sets.length)
    for (const [line, set] of sets.entries()) {
      let number = set === asked || is.covers(set, asked) ? PARTS_NOTHING : known.get(is.key(set))
      if (number === undefined) known.set(is.key(set), (number = this.#sets.push(set) - 1))
      this.#numbers[line] = number
    }
    this.#takenBy = new Int32Array(this.#sets.length)
    this.#choices = new ListNumbers(this.#sets.length)
  }

  of(lines: readonly number[]): readonly Class<T>[] {
    if (this.#sets.length === 0) return this.#whole
    const parting = this.#setsOf(lines)
    return parting.length === 0 ? this.#whole : (this.#made[this.#choices.of(parting)] ??= this.#partedBy(parting))
  }

  /** Those of some lines in which a class lies that they made. */
  in({ liesIn }: Class<T>, lines: readonly number[]): readonly number[] {
    if (liesIn === null) return lines
    const within: number[] = []
    for (const line of lines) {
      const number = this.#numbers[line]!
      if (number === PARTS_NOTHING || liesIn[number] === 1) within.push(line)
    }
    return within
  }

  /** The sets of some lines that part anything, each once. */
  #setsOf(lines: readonly number[]): number[] {
    const choice = ++this.#choice
    const parting: number[] = []
    for (const line of lines) {
      const number = this.#numbers[line]!
      if (number === PARTS_NOTHING || this.#takenBy[number] === choice) continue
      this.#takenBy[number] = choice
      parting.push(number)
    }
    return parting
  }

  #partedBy(parting: readonly number[]): Class<T>[] {
    const is = this.#is
    let classes = [this.#whole[0]!.set]
    for (const number of parting) {
      const set = this.#sets[number]!
      const parted: T[] = []
      for (const one of classes) {
        // most classes are in a set or beside it as a whole, and are left as they are
        if (!is.meets(set, one) || is.covers(set, one)) parted.push(one)
        else parted.push(is.and(one, set), is.minus(one, set))
      }
      classes = parted
    }
    return classes.map((set) => {
      const liesIn = new Uint8Array(this.#sets.length)
      for (const number of parting) if (is.meets(this.#sets[number]!, set)) liesIn[number] = 1
      return { set, liesIn }
    })
  }
}
