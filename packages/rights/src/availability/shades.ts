/** The regions of an answer on one day, as pictures and tables want them: by territory, and by territory and medium. */
import type { Status } from '../book/line.ts'

/** What of a region, as it is written, says what it is on a day. */
export interface Shaded {
  readonly territories: { readonly leaves: readonly string[] }
  readonly media: { readonly leaves: readonly string[] }
  readonly from: string | null
  readonly to: string | null
  readonly status: Status
}

/** A place where not everything is the same. */
export type Shade = Status | 'mixed'

const holdsOn = ({ from, to }: Pick<Shaded, 'from' | 'to'>, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

const shadeOf = (statuses: ReadonlySet<Status>): Shade => (statuses.size === 1 ? [...statuses][0]! : 'mixed')

/**
 * What each territory is on a day, over all media and languages asked for, or one medium.
 *
 * @example
 * const part = (media: string, status: Status) => ({ territories: { leaves: ['FR'] }, media: { leaves: [media] }, from: null, to: null, status })
 * shadesOn([part('svod', 'available'), part('free-tv', 'blocked')], '2027-03-01').get('FR') // 'mixed'
 */
export function shadesOn(regions: readonly Shaded[], day: string, medium: string | null = null): Map<string, Shade> {
  const found = new Map<string, Set<Status>>()
  for (const region of regions) {
    if (!holdsOn(region, day) || (medium !== null && !region.media.leaves.includes(medium))) continue
    for (const leaf of region.territories.leaves) {
      const statuses = found.get(leaf)
      if (statuses === undefined) found.set(leaf, new Set([region.status]))
      else statuses.add(region.status)
    }
  }
  return new Map([...found].map(([leaf, statuses]) => [leaf, shadeOf(statuses)]))
}

export interface GridRow {
  /** Territories that are alike in every medium on this day. */
  leaves: string[]
  /** A shade for each medium asked for, in order. */
  cells: (Shade | null)[]
}

/** Territory by medium on a day: alike territories share a row, the largest group first. */
export function gridOn(regions: readonly Shaded[], media: readonly string[], day: string): GridRow[] {
  const columns = media.map((medium) => shadesOn(regions, day, medium))
  const rows = new Map<string, GridRow>()
  const leaves = [...new Set(regions.flatMap((region) => region.territories.leaves))].sort()
  for (const leaf of leaves) {
    const cells = columns.map((column) => column.get(leaf) ?? null)
    if (cells.every((cell) => cell === null)) continue
    const key = cells.join('|')
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { leaves: [leaf], cells })
    else row.leaves.push(leaf)
  }
  return [...rows.values()].sort((a, b) => b.leaves.length - a.leaves.length)
}
