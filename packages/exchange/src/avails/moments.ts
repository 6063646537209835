/** Starts and ends: a day in the house's values, a moment or a condition in Avails. */

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/

export const isDay = (text: string): boolean => DAY.test(text) && isOfCalendar(text)
export const isMoment = (text: string): boolean => MOMENT.test(text) && isOfCalendar(text.slice(0, 10))

function isOfCalendar(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  // the day before the first of the next month is the last of this one
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const FIRST = 'T00:00:00'
const LAST = 'T23:59:59'

/** A day as the moment with which it begins or ends; anything else as it is. */
export const asMoment = (at: string, which: 'start' | 'end'): string => (isDay(at) ? at + (which === 'start' ? FIRST : LAST) : at)

/** A moment that begins or ends a day as that day; anything else as it is, without idle fractions. */
export function asDay(at: string, which: 'start' | 'end'): string {
  if (!isMoment(at)) return at
  const plain = at.replace(/\.0+(?=$|Z|[+-])/, '')
  return plain.endsWith(which === 'start' ? FIRST : LAST) ? plain.slice(0, 10) : plain
}
