/** Windows at another time that last as long as the one that was asked for. */
import { addMonths, type Day, PERPETUITY } from '../days/day.ts'

interface Window {
  readonly from: Day
  readonly to: Day
}

/** Nobody asks for longer. */
const MOST_MONTHS = 12 * 50

/**
 * How many months a window is, to the day; null where it is no whole number of them. Two years from 1 January are until 31 December,
 * whether or not one of them is a leap year: so the trade counts, and so a window that is moved is counted again.
 *
 * @example
 * wholeMonths({ from: dayOf('2027-01-01')!, to: dayOf('2028-12-31')! }) // 24
 */
export function wholeMonths({ from, to }: Window): number | null {
  if (to >= PERPETUITY || to < from) return null
  const about = Math.round((to - from + 1) / 30.44)
  for (const months of [about, about - 1, about + 1])
    if (months > 0 && months <= MOST_MONTHS && addMonths(from, months) - 1 === to) return months
  return null
}

/**
 * Windows from a day that are as long as this one: by the calendar where it is of whole months, and of as many days. Most often they are
 * one and the same, or the first is the shorter.
 */
export function asLongFrom(window: Window, from: Day): Window[] {
  if (window.to >= PERPETUITY) return [{ from, to: window.to }]
  const months = wholeMonths(window)
  const byDays = { from, to: from + window.to - window.from }
  if (months === null) return [byDays]
  const byMonths = { from, to: addMonths(from, months) - 1 }
  return byMonths.to > byDays.to ? [byMonths, byDays] : [byMonths]
}

/** The same, for windows that end on a day. */
export function asLongUntil(window: Window, to: Day): Window[] {
  const months = wholeMonths(window)
  const byDays = { from: to - (window.to - window.from), to }
  if (months === null) return [byDays]
  const from = addMonths(to + 1, -months)
  return from < byDays.from ? [{ from, to }, byDays] : [{ from, to }]
}
