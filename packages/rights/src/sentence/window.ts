/** From when to when, out of what was said: days, lengths, events. */
import { addMonths, type Day } from '../days/day.ts'

export interface Length {
  readonly months: number
  readonly days: number
}

/** The last day of a window that begins on a day and is so long. */
export const lastDayOf = (from: Day, { months, days }: Length): Day => addMonths(from, months) + days - 1

/** The first day of a window that ends on a day and is so long. */
export const firstDayOf = (to: Day, { months, days }: Length): Day => addMonths(to + 1, -months) - days
