/**
 * Disjoint boxes put together again, so that an answer reads as a person would say it: boxes that are alike but for one
 * dimension become one, until nothing fits.
 */
import type { Box } from './box.ts'
import { Rows, SIDES } from './rows.ts'

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
  const rows = new Rows(items.length)
  for (const { box, tag } of items) rows.put(box, box.from, box.to, tag)
  return mergeRows(rows)
}

/**
 * What is put together first decides what still fits later: in the order of the sides, from the days and languages outwards
 * to the territories, a patchwork that is one box in the end becomes one. On books like real ones it leaves a tenth fewer
 * boxes than any other order that was tried, and two orders of which the better is taken hardly fewer still, at twice the time.
 *
 * @param daysAreJoined no two rows differ by days alone that follow one another: the first turn of the days is left out
 */
export function mergeRows(rows: Rows, daysAreJoined = false): Tagged[] {
  // after its turn a side has nothing left to put together: when all the others find nothing either, it is done
  let idle = daysAreJoined ? 0 : -1
  for (let side = daysAreJoined ? 1 : 0; idle < SIDES - 1; side = (side + 1) % SIDES) idle = rows.putTogether(side) ? 0 : idle + 1
  return rows.inOrder()
}
