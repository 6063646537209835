/** Repairs of two steps, neither of which is enough by itself. */
import type { Request } from '../book/line.ts'
import type { Box } from '../box/box.ts'
import { CutSet } from '../box/cut-set.ts'
import { addMonths, type Day, PERPETUITY } from '../days/day.ts'
import { asLongFrom, asLongUntil } from './as-long.ts'
import { type Asked, type Candidate, type Change, unmetOf } from './change.ts'
import { oneChange } from './one-change.ts'
import type { Region } from './regions.ts'
import { SIDES } from './sides.ts'
import { cellsIn } from './size.ts'

/** Of a kind of pair, so many of the best are worth looking at. */
const BEST = 2
/** Windows with both ends cut are tried where they are no more than this; else one end is. */
const FEW_WINDOWS = 40
/** Shifts tried in each direction, the nearest first, and how far. */
const FEW_SHIFTS = 12
const MONTHS_SHIFTED = 60

/** Every kind of pair that is worth proposing. */
export function twoChanges(request: Request, unmet: readonly Region[], asked: Asked): Candidate[] {
  return [
    ...dropTwo(request, unmet, asked),
    ...shortenAndDrop(request, unmet, asked),
    ...shiftAndDrop(request, asked),
    ...otherCutAnd(request, asked),
    ...besideAnd(request, asked),
  ]
}

/** A part of one side given up, and of another what is then still in the way. */
function dropTwo(request: Request, unmet: readonly Region[], asked: Asked): Candidate[] {
  return SIDES.flatMap((first, at) =>
    SIDES.slice(at + 1).flatMap((second) => {
      // both orders find the same pairs: the one with fewer choices
      const turned = first.parts(unmet) > second.parts(unmet)
      const [chosen, forced] = turned ? [second, first] : [first, second]
      const found = chosen.dropSome(request.box, unmet).flatMap((some): Candidate[] => {
        const rest = forced.drop(some.box, some.left)
        if (rest === null) return []
        const changes = turned ? [rest.change, some.change] : [some.change, rest.change]
        return [{ changes, request: { ...request, box: rest.box } }]
      })
      return largest(found, asked)
    }),
  )
}

/** The request's days cut short where something begins or ends, and of those days what is not free given up on one side. */
function shortenAndDrop(request: Request, unmet: readonly Region[], asked: Asked): Candidate[] {
  const { box } = request
  const ends = [...new Set(unmet.map((region) => region.box.from - 1))].filter((day) => day >= box.from && day < box.to)
  const starts = [...new Set(unmet.map((region) => region.box.to + 1))].filter((day) => day > box.from && day <= box.to)
  const windows = [
    ...ends.map((to) => ({ from: box.from, to })),
    ...starts.map((from) => ({ from, to: box.to })),
    ...(ends.length * starts.length > FEW_WINDOWS ? [] : starts.flatMap((from) => ends.filter((to) => from <= to).map((to) => ({ from, to })))), // prettier-ignore
  ]
  return dropWithin(
    request,
    windows.map((window) => ({ window, change: { kind: 'shorten-dates', ...window } })),
    unmet,
    (found) => largest(found, asked),
  )
}

/** As long at another time, and of those days what is not free given up on one side. */
function shiftAndDrop(request: Request, asked: Asked): Candidate[] {
  const { box } = request
  const length = box.to - box.from
  const first = Math.max(asked.today, addMonths(box.from, -MONTHS_SHIFTED))
  const last = box.to >= PERPETUITY ? PERPETUITY : addMonths(box.to, MONTHS_SHIFTED)
  const around = unmetOf({ ...request, box: { ...box, from: first, to: last } }, asked)
  const later = around.map((region) => region.box.to + 1).filter((from) => from > box.from && (box.to >= PERPETUITY ? from < PERPETUITY : from + length <= last)) // prettier-ignore
  const earlier = box.to >= PERPETUITY ? [] : around.map((region) => region.box.from - 1 - length).filter((from) => from < box.from && from >= first) // prettier-ignore
  const nearest = (days: Day[]): Day[] => [...new Set(days)].sort((a, b) => Math.abs(a - box.from) - Math.abs(b - box.from)).slice(0, FEW_SHIFTS) // prettier-ignore
  const windows = [
    ...nearest(later).flatMap((from) => asLongFrom(box, from)),
    ...nearest(earlier).flatMap((from) => asLongUntil(box, from + length).filter((window) => window.from >= first)),
  ]
  return dropWithin(
    request,
    windows.map((window) => ({ window, change: { kind: 'shift-dates', ...window } })),
    around,
    // which is nearer weighs as well as what is kept: `repairsOf` knows how much
    (found) => found,
  )
}

function dropWithin(
  request: Request,
  windows: readonly { window: Pick<Box, 'from' | 'to'>; change: Change }[],
  unmet: readonly Region[],
  choose: (found: Candidate[]) => Candidate[],
): Candidate[] {
  return SIDES.flatMap((side) =>
    choose(
      windows.flatMap(({ window, change }): Candidate[] => {
        const left = unmet.filter((region) => region.box.from <= window.to && window.from <= region.box.to)
        const dropped = side.drop({ ...request.box, ...window }, left)
        return dropped === null ? [] : [{ changes: [dropped.change, change], request: { ...request, box: dropped.box } }]
      }),
    ),
  )
}

function otherCutAnd(request: Request, asked: Asked): Candidate[] {
  return asked.cuts.flatMap((cut) => {
    const cuts = CutSet.of([cut])
    if (request.box.cuts.equals(cuts)) return []
    const other: Request = { ...request, box: { ...request.box, cuts } }
    return oneChange(other, unmetOf(other, asked), { ...asked, cuts: [] })
      .filter(({ changes }) => changes[0]!.kind !== 'non-exclusive') // that pair is found the other way round
      .map((one) => ({ ...one, changes: [{ kind: 'other-cut' as const, cut }, ...one.changes] }))
  })
}

function besideAnd(request: Request, asked: Asked): Candidate[] {
  if (!request.exclusive) return []
  const beside: Request = { ...request, exclusive: false }
  return oneChange(beside, unmetOf(beside, asked), asked).map((one) => ({ ...one, changes: [{ kind: 'non-exclusive' as const }, ...one.changes] })) // prettier-ignore
}

const largest = (found: Candidate[], { known }: Asked): Candidate[] =>
  found
    .map((one) => ({ one, cells: cellsIn(one.request.box, known) }))
    .sort((a, b) => b.cells - a.cells)
    .slice(0, BEST)
    .map(({ one }) => one)
