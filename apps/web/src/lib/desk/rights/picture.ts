/** The regions of an answer as pictures want them along the days; on one day: @vitrine/rights/availability/shades. */
import type { RegionView } from '@vitrine/house'

export interface TimelineRow {
  key: string
  /** A region of this row, for its wording. */
  where: RegionView
  bars: { region: RegionView; from: string; to: string }[]
}

/** Regions of the same territories, media, languages and cuts in one row, each a bar from its first day to its last. */
export function timelineOf(regions: readonly RegionView[], first: string, last: string): TimelineRow[] {
  const rows = new Map<string, TimelineRow>()
  for (const region of regions) {
    const key = JSON.stringify([region.territories.leaves, region.media.leaves, region.languages.text, region.cutText])
    let row = rows.get(key)
    if (row === undefined) rows.set(key, (row = { key, where: region, bars: [] }))
    const from = region.from === null || region.from < first ? first : region.from
    const to = region.to === null || region.to > last ? last : region.to
    if (from <= to) row.bars.push({ region, from, to })
  }
  for (const row of rows.values()) row.bars.sort((a, b) => (a.from < b.from ? -1 : 1))
  return [...rows.values()].sort((a, b) => b.where.territories.leaves.length - a.where.territories.leaves.length)
}

const DAY = 86_400_000

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** Days on which something changes, in order: where a slider should rest. */
export function turningDays(regions: readonly RegionView[], first: string, last: string): string[] {
  const days = new Set([first])
  for (const { from, to } of regions) {
    if (from !== null && from > first && from <= last) days.add(from)
    if (to !== null && to < last && to >= first) days.add(dayAfter(to, 1))
  }
  return [...days].sort()
}

/** A part of a picture: left, top, right, bottom. */
export type Frame = readonly [number, number, number, number]

/**
 * The part of a map to look at so that some places fill it, in the map's own proportions; the whole map where they are most of it.
 *
 * @example
 * frameOf([[400, 100, 440, 140]], { width: 960, height: 468 }) // [333.6, 77.88, 506.4, 162.12]: a place is never nearer than that
 */
export function frameOf(places: readonly Frame[], { width, height }: { width: number; height: number }): Frame {
  const whole: Frame = [0, 0, width, height]
  if (places.length === 0) return whole
  const [left, top, right, bottom] = places.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] as const) // prettier-ignore
  const scale = Math.max((right - left) / width, (bottom - top) / height) * MARGIN
  if (scale > FAR) return whole
  const [w, h] = [Math.max(scale, NEAR) * width, Math.max(scale, NEAR) * height]
  const x = Math.min(Math.max(0, (left + right - w) / 2), width - w)
  const y = Math.min(Math.max(0, (top + bottom - h) / 2), height - h)
  return [x, y, x + w, y + h]
}
const MARGIN = 1.25 // some of the neighbours shows where one is
const NEAR = 0.18 // of the whole; nearer, the coastline is too coarse
const FAR = 0.7 // of the whole; farther, it is the world
