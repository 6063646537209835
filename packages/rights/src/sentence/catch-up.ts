/** How long a broadcast can be caught up with, where it is said before the medium. */
import { mediaOf } from '../media/media-set.ts'
import type { Item } from './items.ts'
import type { Line } from './line.ts'
import { isMarker } from './notes-of.ts'

export const CATCH_UP = mediaOf(['catch-up'])

/** "Free-TV inkl. 7 Tage Catch-up", "plus 30 days of replay": of the medium behind it, whatever stands before. */
export function isBeforeCatchUp(line: Line, items: readonly Item[], n: number): boolean {
  let next = n + 1
  while (next < n + 3 && isMarker(items[next], 'noise') && !line.begins[items[next]!.at]) next++
  const media = items[next]
  return media?.kind === 'media' && !line.begins[media.at] && media.value !== null && (media.value & CATCH_UP) !== 0
}
