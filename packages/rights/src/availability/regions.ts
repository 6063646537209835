/** The full picture of one title: the request parted into regions, each with its status and the entries that cause it. */
import { type Box, boxesMeet, isEmptyBox } from '../box/box.ts'
import { mergeRows } from '../box/merge-boxes.ts'
import { Rows } from '../box/rows.ts'
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
  const parts = partition(box, mattering)
  const swept: (readonly Stretch[])[] = []
  let count = 0
  for (const { number, lines: within } of parts) count += (swept[number] ??= sweep.stretches(within)).length
  const rows = new Rows(count)
  for (const part of parts) for (const { from, to, cause } of swept[part.number]!) rows.put(part, from, to, cause)
  return mergeRows(rows, true).map(({ box: merged, tag }) => {
    const { status, because, undated } = sweep.causes[tag]!
    return { box: merged, status, because, undated }
  })
}
