import type { Figures } from '../contract/after.ts'

const MONTHS = { month: 1, quarter: 3, year: 12 }
/** Fifty years by month. Beyond it a year was mistyped, and only what was sold is told. */
const MOST = 600

/**
 * Every period from the first that has a row to the one in which `to` lies, by its first day: one in which nothing was sold has
 * its place on an axis of time too.
 *
 * @param rows in order, each with the first day of its period
 * @example
 * everyPeriod([{ key: '2026-01-01', minor: 5, deals: 1 }, { key: '2026-03-01', minor: 7, deals: 1 }], 'month', '2026-03-31').map(({ minor }) => minor) // [5, 0, 7]
 */
export function everyPeriod(
  rows: readonly { key: string; minor: number; deals: number }[],
  by: Figures['by'],
  to: string,
): { key: string; minor: number; deals: number }[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return []
  const end = Math.max(monthOf(last.key), monthOf(to))
  if ((end - monthOf(first.key)) / MONTHS[by] > MOST) return [...rows]
  const sold = new Map(rows.map((row) => [row.key, row]))
  const periods = []
  for (let month = monthOf(first.key); month <= end; month += MONTHS[by]) {
    const key = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
    const { minor, deals } = sold.get(key) ?? { minor: 0, deals: 0 }
    periods.push({ key, minor, deals })
  }
  return periods
}

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
