/**
 * The algebra of boxes: sets of cells written as lists of disjoint boxes. Results are disjoint, merged and in a fixed order.
 */
import { type Box, boxesMeet, intersectBoxes, isEmptyBox, subtractBox } from './box.ts'
import { mergeBoxes } from './merge-boxes.ts'

/** The cells of `these` that none of `those` has. */
export function difference(these: readonly Box[], those: readonly Box[]): Box[] {
  return merged(those.reduce<readonly Box[]>((left, taken) => left.flatMap((box) => subtractBox(box, taken)), disjoint(these)))
}

/** The cells that any of the boxes has, each once. */
export function union(boxes: readonly Box[]): Box[] {
  return merged(disjoint(boxes))
}

/** The cells that a box of both has. */
export function intersection(these: readonly Box[], those: readonly Box[]): Box[] {
  const disjointThose = disjoint(those)
  return merged(disjoint(these).flatMap((a) => disjointThose.map((b) => intersectBoxes(a, b)).filter((box) => box !== null)))
}

/**
 * Whether every cell of `box` is in one of `boxes`. Looks for the first cell that is not, and stops there.
 *
 * @example
 * covers([{ ...EVERYTHING, to: 9 }, { ...EVERYTHING, from: 10 }], EVERYTHING) // true
 */
export function covers(boxes: readonly Box[], box: Box): boolean {
  return firstUncovered(boxes, box) === null
}

/** A box of cells of `box` that none of `boxes` has, or null when there is none. */
export function firstUncovered(boxes: readonly Box[], box: Box, from = 0): Box | null {
  if (isEmptyBox(box)) return null
  for (let at = from; at < boxes.length; at++) {
    if (!boxesMeet(box, boxes[at]!)) continue
    for (const piece of subtractBox(box, boxes[at]!)) {
      const uncovered = firstUncovered(boxes, piece, at + 1)
      if (uncovered !== null) return uncovered
    }
    return null
  }
  return box
}

function disjoint(boxes: readonly Box[]): Box[] {
  const apart: Box[] = []
  for (const box of boxes) {
    if (isEmptyBox(box)) continue
    let pieces: Box[] = [box]
    for (const taken of apart) pieces = pieces.flatMap((piece) => subtractBox(piece, taken))
    apart.push(...pieces)
  }
  return apart
}

const merged = (boxes: readonly Box[]): Box[] => mergeBoxes(boxes.map((box) => ({ box, tag: 0 }))).map(({ box }) => box)
