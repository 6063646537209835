/** Times that move on with the calendar: what an export that repeats is about is last month, whenever it is made. */
export const PERIODS = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-year'] as const
export type Period = (typeof PERIODS)[number]
const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/**
 * Its first and last day, seen from a day.
 *
 * @example
 * daysOf('last-quarter', '2026-02-10') // { from: '2025-10-01', to: '2025-12-31' }
 */
export function daysOf(period: Period, today: string): { from: string; to: string } {
  const [which, unit] = period.split('-') as ['this' | 'last', keyof typeof MONTHS]
  const months = MONTHS[unit]
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7)) - 1
  const first = month - (month % months) - (which === 'last' ? months : 0)
  const day = (at: number, of: number) => new Date(Date.UTC(year, at, of)).toISOString().slice(0, 10)
  return { from: day(first, 1), to: day(first + months, 0) }
}
