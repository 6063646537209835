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
  /** The same for parts in the same lines. */
  readonly key: string
}

/** The parts of `box`: disjoint, together the whole of it. `lines` must all meet the box: where nothing parts it, they are all in it. */
export function partition(box: Box, lines: readonly Line[]): Part[] {
  const all = lines.map((_, at) => at)
  const parts: Part[] = []
  for (const { territories, bit } of territoryClasses(box.territories, lines)) {
    const here = all.filter((at) => lines[at]!.box.territories.hasBit(bit))
    for (const media of mediaClasses(box.media, here, lines)) {
      const inMedia = here.filter((at) => (lines[at]!.box.media & media) !== 0)
      const allLanguages = setClasses(box.languages, inMedia, (at) => lines[at]!.box.languages)
      for (const languages of allLanguages) {
        const inLanguages =
          allLanguages.length === 1 ? inMedia : inMedia.filter((at) => lines[at]!.box.languages.meets(languages))
        const allCuts = setClasses(box.cuts, inLanguages, (at) => lines[at]!.box.cuts)
        for (const cuts of allCuts) {
          const inCuts = allCuts.length === 1 ? inLanguages : inLanguages.filter((at) => lines[at]!.box.cuts.meets(cuts))
          parts.push({ territories, media, languages, cuts, lines: inCuts, key: inCuts.join() })
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

function mediaClasses(asked: MediaSet, here: readonly number[], lines: readonly Line[]): MediaSet[] {
  let classes: MediaSet[] = [asked]
  let last = asked
  for (const at of here) {
    const media = lines[at]!.box.media
    if (media === last || (asked & ~media) === 0) continue
    last = media
    classes = classes.flatMap((one) => [one & media, one & ~media].filter((part) => part !== 0))
  }
  return classes
}

interface SetLike<T> {
  and(other: T): T
  minus(other: T): T
  covers(other: T): boolean
  readonly isEmpty: boolean
  readonly key: string
}

function setClasses<T extends SetLike<T>>(asked: T, here: readonly number[], setOf: (at: number) => T): T[] {
  let classes: T[] = [asked]
  const done = new Set<string>()
  for (const at of here) {
    const set = setOf(at)
    if (set === asked || set.covers(asked) || done.has(set.key)) continue
    done.add(set.key)
    classes = classes.flatMap((one) => [one.and(set), one.minus(set)].filter((part) => !part.isEmpty))
  }
  return classes
}
