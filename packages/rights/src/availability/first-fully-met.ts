/** When it comes free: the question every user asks next. */
import type { Box } from '../box/box.ts'
import { type Line, meets, type Request } from '../book/line.ts'
import { type Day, PERPETUITY } from '../days/day.ts'
import { partition } from './partition.ts'
import { linesThatMatter } from './regions.ts'
import { Sweep } from './sweep.ts'

/** Days on which some cell of a request is not met: disjoint, in order, not touching one another. */
export interface Days {
  readonly from: Day
  readonly to: Day
}

/** The stretches of days, from the request's first day to the end of time, on which not all of its cells are met. */
export function unmetDays(request: Request, lines: readonly Line[], today: Day): Days[] {
  const box = { ...request.box, to: PERPETUITY }
  const mattering = linesThatMatter(box, lines, today)
  const sweep = new Sweep(mattering, box.from, PERPETUITY)
  const seen = new Set<number>()
  const unmet: Days[] = []
  for (const part of partition(box, mattering)) {
    if (seen.has(part.number)) continue
    seen.add(part.number)
    for (const stretch of sweep.stretches(part.lines))
      if (!meets(sweep.causes[stretch.cause]!.status, request.exclusive)) unmet.push(stretch)
  }
  return joinDays(unmet)
}

/**
 * The first day, not before the request's own first day, from which the whole request is met for as many days as it asks; a
 * request in perpetuity needs a title that stays free. Options that are alive today hold for their whole window.
 */
export function firstFullyMet(request: Request, lines: readonly Line[], today: Day): Day | null {
  const { from, to } = request.box
  const length = to >= PERPETUITY ? PERPETUITY : to - from + 1
  let start = from
  for (const gap of unmetDays(request, lines, today)) {
    if (start + length <= gap.from) return start
    if (gap.to >= PERPETUITY) return null
    start = Math.max(start, gap.to + 1)
  }
  return start
}

/** The first day, from a region's own on, on which all of its place can be had; null: on no day, as far as the book goes. */
export const freeFrom = (box: Box, exclusive: boolean, lines: readonly Line[], today: Day): Day | null =>
  firstFullyMet({ box: { ...box, to: box.from }, exclusive }, lines, today)

export function joinDays(stretches: readonly Days[]): Days[] {
  const joined: { from: Day; to: Day }[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}
