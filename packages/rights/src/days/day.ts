/**
 * Calendar days as whole numbers, counted from 1970-01-01. Rights begin and end on days of the calendar, not at instants, so
 * there is no time zone here and no `Date` outside of this file.
 */

/** Days since 1970-01-01; `SINCE_EVER` and `PERPETUITY` stand for a window without beginning or end. */
export type Day = number

/** Before and after every day that can be written; both fit a 32-bit column with room to add and subtract a day. */
export const SINCE_EVER: Day = -(2 ** 30)
export const PERPETUITY: Day = 2 ** 30

const MILLISECONDS = 86_400_000
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * The day that is written `YYYY-MM-DD`, or null when the text is no day of the calendar.
 *
 * @example
 * dayOf('1970-01-02') // 1
 * dayOf('2027-02-29') // null: 2027 is no leap year
 */
export function dayOf(text: string): Day | null {
  const match = WRITTEN.exec(text)
  if (!match) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, date)
  if (instant.getUTCFullYear() !== year || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== date) return null
  return Math.round(instant.getTime() / MILLISECONDS)
}

/** `YYYY-MM-DD`, or null for a day without end or beginning. */
export function writeDay(day: Day): string | null {
  if (day <= SINCE_EVER || day >= PERPETUITY) return null
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10)
}

/**
 * The same date some months later; the last day of the month where the date does not exist there (31 January and one month:
 * 28 or 29 February).
 *
 * @example
 * writeDay(addMonths(dayOf('2024-02-29')!, 12)) // '2025-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const start = new Date(day * MILLISECONDS)
  const target = new Date(0)
  target.setUTCFullYear(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)
  target.setUTCDate(Math.min(start.getUTCDate(), target.getUTCDate()))
  return Math.round(target.getTime() / MILLISECONDS)
}
