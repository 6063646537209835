/** What an entry would take off the shelf (or bring back to it): the cells whose status it changes, before and after. */
import { type Region, regionsOf } from '../availability/regions.ts'
import { type Box, intersectBoxes } from '../box/box.ts'
import { mergeBoxes } from '../box/merge-boxes.ts'
import type { Line } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { linesWith, type WouldBeEntry } from './would-be.ts'

export interface StatusChange {
  readonly box: Box
  readonly before: Pick<Region, 'status' | 'because'>
  readonly after: Pick<Region, 'status' | 'because'>
}
export interface Simulation {
  readonly before: readonly Region[]
  readonly after: readonly Region[]
  /** Disjoint, merged; only cells whose status differs. */
  readonly changes: readonly StatusChange[]
}

/**
 * The availability of a box with and without an entry.
 *
 * @param view what to look at; mostly the whole world in all media from today on
 */
export function simulate(entry: WouldBeEntry, lines: readonly Line[], view: Box, today: Day): Simulation {
  const before = regionsOf(view, lines, today)
  const after = regionsOf(view, linesWith(entry, lines), today)
  return { before, after, changes: statusChanges(before, after) }
}

/** The cells whose status differs between two pictures of the same box. */
export function statusChanges(before: readonly Region[], after: readonly Region[]): StatusChange[] {
  const pairs: [Region, Region][] = []
  const tags = new Map<string, number>()
  const boxes = before.flatMap((old) =>
    after.flatMap((now) => {
      if (old.status === now.status) return []
      const box = intersectBoxes(old.box, now.box)
      if (box === null) return []
      const key = JSON.stringify([old.status, old.because, now.status, now.because])
      let tag = tags.get(key)
      if (tag === undefined) {
        tags.set(key, (tag = pairs.length))
        pairs.push([old, now])
      }
      return [{ box, tag }]
    }),
  )
  return mergeBoxes(boxes).map(({ box, tag }) => {
    const [old, now] = pairs[tag]!
    return {
      box,
      before: { status: old.status, because: old.because },
      after: { status: now.status, because: now.because },
    }
  })
}
