/** How many cells a box has, to tell how much of a request is met. */
import type { Line } from '../book/line.ts'
import { type Box, isEmptyBox } from '../box/box.ts'
import type { CutSet } from '../box/cut-set.ts'
import { onesIn } from '../territories/territory-set.ts'

/**
 * The cuts of a title that have a name: those that its sheet lists, those that an entry of its book names, for who sold the
 * 90' has one to deliver, and those that are asked for.
 */
export function cutsKnown(listed: readonly string[], lines: readonly Line[], asked: CutSet): string[] {
  const named = lines.filter(({ box }) => !isEmptyBox(box)).flatMap(({ box }) => box.cuts.named)
  return [...new Set([...listed, ...named, ...asked.named])]
}

/** Cells of a box with an end; `known` are the cuts that have a name, and all others together count as one more. */
export const cellsIn = (box: Box, known: readonly string[]): number =>
  box.territories.size * onesIn(box.media) * box.languages.size * cutsIn(box.cuts, known) * (box.to - box.from + 1)

const cutsIn = (set: CutSet, known: readonly string[]): number => known.filter((cut) => set.has(cut)).length + Number(set.rest)
