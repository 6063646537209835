/** Repairs of one step. */
import type { Request } from '../book/line.ts'
import type { Box } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { type Day, PERPETUITY } from '../days/day.ts'
import { asLongFrom, asLongUntil } from './as-long.ts'
import type { Asked, Candidate, Change } from './change.ts'
import { firstFullyMet, joinDays, unmetDays } from './first-fully-met.ts'
import type { Region } from './regions.ts'
import { SIDES } from './sides.ts'

/** Every change that mends a request by itself. */
export function oneChange(request: Request, unmet: readonly Region[], asked: Asked): Candidate[] {
  if (unmet.length === 0) return []
  const { box } = request
  const found: Candidate[] = []
  const offer = (change: Change, changed: Partial<Box>, exclusive = request.exclusive): void =>
    void found.push({ changes: [change], request: { box: { ...box, ...changed }, exclusive } })

  for (const side of SIDES) {
    const dropped = side.drop(box, unmet)
    if (dropped !== null) offer(dropped.change, dropped.box)
  }
  for (const cut of asked.cuts) {
    const cuts = CutSet.of([cut])
    if (!box.cuts.equals(cuts)) offer({ kind: 'other-cut', cut }, { cuts })
  }
  for (const window of freeWindows(unmet, box)) offer({ kind: 'shorten-dates', ...window }, window)
  for (const window of shiftedWindows(request, asked)) offer({ kind: 'shift-dates', ...window }, window)
  if (request.exclusive) offer({ kind: 'non-exclusive' }, {}, false)
  return found
}

/** The longest stretch of the request's own days on which all of it is met. */
function freeWindows(unmet: readonly Region[], box: Box): { from: Day; to: Day }[] {
  const gaps = joinDays(unmet.map((region) => region.box))
  const free: { from: Day; to: Day }[] = []
  let from = box.from
  for (const gap of gaps) {
    if (gap.from > from) free.push({ from, to: gap.from - 1 })
    from = gap.to + 1
  }
  if (from <= box.to) free.push({ from, to: box.to })
  return free.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from).slice(0, 1)
}

/** As long, later or earlier: the nearest of each. */
function shiftedWindows(request: Request, asked: Asked): { from: Day; to: Day }[] {
  const later = firstFullyMet(request, asked.lines, asked.today)
  const ending = request.box.to >= PERPETUITY ? null : lastEndBefore(request, asked)
  return [
    ...(later === null ? [] : asLongFrom(request.box, later)),
    ...(ending === null ? [] : asLongUntil(request.box, ending).filter(({ from }) => from >= asked.today)),
  ]
}

/** The last day of the latest window before the request's own, of as many days, in which all of it would be met, not before today. */
function lastEndBefore(request: Request, asked: Asked): Day | null {
  const { from, to } = request.box
  const length = to - from
  const since = { ...request, box: { ...request.box, from: asked.today } }
  if (asked.today >= from) return null
  let end = to - 1 // the last day that a window starting before `from` can reach
  for (const gap of unmetDays(since, asked.lines, asked.today).reverse()) {
    if (gap.to < end - length) break
    if (gap.from <= end) end = gap.from - 1
  }
  return end - length >= asked.today ? end : null
}
