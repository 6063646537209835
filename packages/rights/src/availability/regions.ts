/** The full picture of one title: the request parted into regions, each with its status and the entries that cause it. */
import { type Box, boxesMeet, isEmptyBox } from '../box/box.ts'
import { mergeBoxes, type Tagged } from '../box/merge-boxes.ts'
import type { Line } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { partition } from './partition.ts'
import { type Cause, type Stretch, Sweep } from './sweep.ts'

/** A box of cells that are all of one status for the same reason. */
export interface Region extends Cause {
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
  const sweep = new Sweep(mattering, box.from, box.to)
  const swept: (readonly Stretch[])[] = []
  const boxes: Tagged[] = []
  for (const { number, lines: within, territories, media, languages, cuts } of partition(box, mattering)) {
    const stretches = (swept[number] ??= sweep.stretches(within))
    for (const { from, to, cause } of stretches)
      boxes.push({ box: { territories, media, languages, cuts, from, to }, tag: cause })
  }
  return mergeBoxes(boxes).map(({ box: merged, tag }) => ({ box: merged, ...sweep.causes[tag]! }))
}
