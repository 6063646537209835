/** The full picture of one title: the request parted into regions, each with its status and the entries that cause it. */
import { type Box, boxesMeet, isEmptyBox } from '../box/box.ts'
import { mergeBoxes, type Tagged } from '../box/merge-boxes.ts'
import type { Line } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { partition } from './partition.ts'
import { type Stretch, sweep } from './sweep.ts'

/** A box of cells that are all of one status for the same reason. */
export interface Region extends Omit<Stretch, 'from' | 'to'> {
  readonly box: Box
}

/** The lines that can matter to a box: they meet it, and an option among them is alive. */
export const linesThatMatter = (box: Box, lines: readonly Line[], today: Day): Line[] =>
  lines.filter((line) => today <= line.expires && boxesMeet(line.box, box))

/**
 * The regions of a box: disjoint, together exactly the box, equal neighbours merged, in a fixed order. `today` says which
 * options are alive; it does not cut the box (see `answerRequest` for what is on offer).
 *
 * @example
 * regionsOf(EVERYTHING, [], 0) // [{ box: EVERYTHING, status: 'not-owned', because: [], undated: false }]
 */
export function regionsOf(box: Box, lines: readonly Line[], today: Day): Region[] {
  if (isEmptyBox(box)) return []
  const mattering = linesThatMatter(box, lines, today)
  const causes = new Causes()
  const sweeps = new Map<string, readonly TaggedStretch[]>()
  const boxes: Tagged[] = []
  for (const { key, lines: within, territories, media, languages, cuts } of partition(box, mattering)) {
    let stretches = sweeps.get(key)
    if (stretches === undefined) {
      stretches = sweep(within.map((at) => mattering[at]!), box.from, box.to).map((stretch) => ({ ...stretch, tag: causes.tagOf(stretch) })) // prettier-ignore
      sweeps.set(key, stretches)
    }
    for (const { from, to, tag } of stretches) boxes.push({ box: { territories, media, languages, cuts, from, to }, tag })
  }
  return mergeBoxes(boxes).map(({ box: merged, tag }) => {
    const { status, because, undated } = causes.all[tag]!
    return { box: merged, status, because, undated }
  })
}

interface TaggedStretch extends Stretch {
  readonly tag: number
}

/** Every distinct status with its reasons, numbered. */
class Causes {
  readonly all: Stretch[] = []
  readonly #tags = new Map<string, number>()

  tagOf(stretch: Stretch): number {
    const key = `${stretch.status}|${stretch.undated}|${stretch.because.join('\n')}`
    let tag = this.#tags.get(key)
    if (tag === undefined) {
      this.#tags.set(key, (tag = this.all.length))
      this.all.push(stretch)
    }
    return tag
  }
}
