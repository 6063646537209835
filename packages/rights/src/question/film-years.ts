/** When the films were made: a year of production is no window. */
import { type Day, writeDay } from '../days/day.ts'
import type { Item, ItemOf } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { isMarker } from '../sentence/notes-of.ts'

export interface FilmYears {
  readonly from: number
  /** null: that year and all after it. */
  readonly to: number | null
  readonly at: number
  readonly end: number
}

const yearOf = (day: Day): number => Number(writeDay(day)!.slice(0, 4))

/** "Produced 2024-2026", "produced in 2025 and 2026", "anything from 2024 or later". */
export function filmYears(line: Line, items: readonly Item[], today: Day): FilmYears[] {
  return [...yearsProduced(line, items, today), ...items.flatMap((item, n) => (item.kind === 'period' ? yearOrLater(line, items, n, today) : []))]
} // prettier-ignore

/** Those that are said to be of production: "film produced in 2025 and 2026". */
export const yearsProduced = (line: Line, items: readonly Item[], today: Day): FilmYears[] =>
  items.flatMap((item, n) => (isMarker(item, 'produced') ? producedIn(line, items, n, today) : []))

function producedIn(line: Line, items: readonly Item[], n: number, today: Day): FilmYears[] {
  let first = n + 1
  while (first < n + 3 && isMarker(items[first], 'from', 'after', 'between', 'noise')) first++
  const since = isMarker(items[n + 1], 'from', 'after')
  const year = items[first]
  if (year?.kind !== 'period' || line.begins[year.at]) return []
  const from = yearOf(year.period.first)
  let last = year
  // of a list only what films can have been made in: "produced 2025, 2027-2029" names a window
  for (let next = first; ; ) {
    const joined = next + 2
    const more = items[joined]
    if (!isJoint(line, items[next + 1]) || more?.kind !== 'period' || line.begins[more.at] || !isYear(more) || more.period.first > today) break
    last = more
    next = joined
  }
  const isOpen = since && last === year
  return [{ from: Math.min(from, yearOf(last.period.first)), to: isOpen ? null : Math.max(yearOf(year.period.last), yearOf(last.period.last)), at: items[n]!.at, end: last.end }]
} // prettier-ignore

const isYear = ({ period }: ItemOf<'period'>): boolean =>
  writeDay(period.first)!.endsWith('-01-01') && writeDay(period.last)!.endsWith('-12-31')
const JOINTS = new Set(['&', '+', ',', '-', 'or', 'ou', 'to', 'a', 'oder', 'bis'])
const isJoint = (line: Line, item: Item | undefined): boolean =>
  item !== undefined && item.end === item.at + 1 && JOINTS.has(line.tokens[item.at]!.key)

const OR_LATER =
  /^ ?(?:(?:or|and|&|ou|et|oder|und) (?:later|newer|younger|since|after|onwards|up|more recent|plus recents?|plus tard|apres|neuer|spater)|onwards?|and more recent)(?![a-z])/

const STARTS = /^(?:start|begin|commenc|effect|running|debut|beginn)/
const ONWARDS = /onwards?|since|after/

/** A year that is over, or this one, with "or later": no window begins in it. */
function yearOrLater(line: Line, items: readonly Item[], n: number, today: Day): FilmYears[] {
  const item = items[n] as ItemOf<'period'>
  if (!isYear(item) || item.period.first > today || isMarker(items[n - 1], 'produced')) return []
  const behind = OR_LATER.exec(line.flat.slice(line.tokens[item.end - 1]!.end, line.tokens[item.end - 1]!.end + 40))
  if (!behind) return []
  // "from 2026 onwards", said in 2026, is when the sale is to begin
  if (item.period.last >= today && isMarker(items[n - 1], 'from', 'available') && ONWARDS.test(behind[0])) return []
  // "starting 2025 or later": no film starts
  if (isMarker(items[n - 1], 'from') && STARTS.test(line.tokens[items[n - 1]!.at]!.key)) return []
  const stop = line.tokens[item.end - 1]!.end + behind[0].length
  let end = item.end
  while (end < line.tokens.length && line.tokens[end]!.at < stop) end++
  return [{ from: yearOf(item.period.first), to: null, at: isMarker(items[n - 1], 'from') ? items[n - 1]!.at : item.at, end }]
}
