/** Days of the calendar as texts, which compare as they stand. */
import { addMonths, dayOf, writeDay } from '@vitrine/rights/days/day'

/** `YYYY-MM-DD`. */
export type DayText = string

function counted(day: DayText): number {
  const known = dayOf(day)
  if (known === null) throw new RangeError(`${day} is not a day of the calendar`)
  return known
}

/** @example addDays('2027-02-28', 1) // '2027-03-01' */
export const addDays = (day: DayText, days: number): DayText => writeDay(counted(day) + days)!

/** @example monthsLater('2027-01-31', 1) // '2027-02-28' */
export const monthsLater = (day: DayText, months: number): DayText => writeDay(addMonths(counted(day), months))!

/** How many days after `from` a day is. */
export const daysBetween = (from: DayText, to: DayText): number => counted(to) - counted(from)
