/** How many cells a box has, to tell how much of a request is met. */
import type { Box } from '../box/box.ts'
import type { CutSet } from '../box/cut-set.ts'
import { onesIn } from '../territories/territory-set.ts'

/** Cells of a box with an end; `cuts` are the title's, a title without any counts as one cut. */
export const cellsIn = (box: Box, cuts: readonly string[]): number =>
  box.territories.size * onesIn(box.media) * box.languages.size * cutsIn(box.cuts, cuts) * (box.to - box.from + 1)

/** A cut that is asked for by name counts also when the title does not list it. */
function cutsIn(set: CutSet, cuts: readonly string[]): number {
  const listed = cuts.filter((cut) => set.has(cut)).length
  const unlisted = set.rest ? 0 : set.named.filter((cut) => !cuts.includes(cut)).length
  return Math.max(1, listed + unlisted)
}
