/** What becomes of the holdbacks of a licence when it is renewed (decision 125). */
import { addDays, type DayText, daysBetween, monthsLater } from '@vitrine/deals/after/days'
import type { TermBox } from '@vitrine/rights/book/entry'

/** From the first day of any box to the last of all; null: no such day. */
export interface LicenceTerm {
  readonly from: DayText | null
  readonly to: DayText | null
}

export function termOf(boxes: readonly TermBox[]): LicenceTerm {
  let from: DayText | null | undefined
  let to: DayText | null | undefined
  for (const box of boxes) {
    from = from === undefined || box.from === null ? box.from : from !== null && box.from < from ? box.from : from
    to = to === undefined || box.to === null ? box.to : to !== null && box.to > to ? box.to : to
  }
  return { from: from ?? null, to: to ?? null }
}

/**
 * The holdbacks of the time after. One without a last day goes with the licence. One with days of its own keeps its place: what ends with
 * the licence or after it stays as far from its end, what ends before stays as far from its beginning. A renewal owes nothing for the
 * days before it: what would lie wholly there is left out.
 */
export function renewedHoldbacks(imposes: readonly TermBox[], before: LicenceTerm, after: LicenceTerm): TermBox[] {
  const begins = after.from
  // a licence that is left as it is keeps its holdbacks
  if (before.to === null || begins === null) return [...imposes]
  return imposes.flatMap((box) => {
    // what begins when the licence is over never does where the renewal has no last day
    if (after.to === null && box.to !== null && box.from !== null && box.from > before.to!) return []
    const to = box.to === null ? null : renewedEnd(box.to, { ...before, to: before.to! }, after)
    const from = box.from === null ? (box.to === null ? null : begins) : later(begins, renewedStart(box, before, after))
    return to !== null && from !== null && to < from ? [] : [{ ...box, from, to }]
  })
}

function renewedEnd(end: DayText, before: LicenceTerm & { readonly to: DayText }, after: LicenceTerm): DayText | null {
  const next = addDays(end, 1)
  if (end >= before.to) return after.to && addDays(placed(addDays(after.to, 1), distance(addDays(before.to, 1), next)), -1)
  // of a licence since ever nothing says how far from its beginning it was: the days stay, and are past
  return before.from === null ? end : addDays(placed(after.from!, distance(before.from, next)), -1)
}

/** A holdback that begins when the licence is over goes with its end; one without a last day that begins later than the renewal keeps its day. */
function renewedStart({ from, to }: TermBox, before: LicenceTerm, after: LicenceTerm): DayText | null {
  if (from === null || to === null) return from
  if (before.to !== null && from > before.to) return placed(addDays(after.to!, 1), distance(addDays(before.to, 1), from))
  return before.from === null ? from : placed(after.from!, distance(before.from, from))
}

const later = (a: DayText, b: DayText | null): DayText => (b !== null && b > a ? b : a)

/** How far one day is from another: in whole months where it is so, in days where not. */
export interface Distance {
  readonly months: number
  readonly days: number
}

const MOST_MONTHS = 1_200

/** @example distance('2027-03-01', '2029-03-01') // { months: 24, days: 0 } */
export function distance(from: DayText, to: DayText): Distance {
  const step = to < from ? -1 : 1
  for (let months = 0; Math.abs(months) <= MOST_MONTHS; months += step) {
    const there = monthsLater(from, months)
    if (there === to) return { months, days: 0 }
    if (step > 0 ? there > to : there < to) break
  }
  return { months: 0, days: daysBetween(from, to) }
}

export const placed = (anchor: DayText, { months, days }: Distance): DayText => addDays(monthsLater(anchor, months), days)
