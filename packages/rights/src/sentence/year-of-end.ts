/** "From 1 January until 31 December 2028", "October to December 2027": the year that is written once is that of both. */
import { addMonths, type Day, writeDay } from '../days/day.ts'
import type { Item, ItemOf } from './items.ts'
import type { Line } from './line.ts'
import { isMarker } from './notes-of.ts'

const DASHES = new Set(['-', '–', '—', '/', '>', '→'])

/** The items, with every beginning that has no year in that of its end. */
export function inYearOfEnd(line: Line, items: readonly Item[]): Item[] {
  return items.map((item, n) => {
    if (item.kind !== 'period' || item.period.assumed !== 'year') return item
    const end = endOf(line, items, n)
    if (end === null) return item
    const years = yearOf(end.period.last) - yearOf(item.period.first)
    // "November to February 2028" began the year before
    const months = 12 * (addMonths(item.period.first, 12 * years) > end.period.last ? years - 1 : years)
    const [first, last] = [item.period.first, item.period.last].map((day) => addMonths(day, months)) as [Day, Day]
    return { ...item, period: { ...item.period, first, last, assumed: 'year-of-end' } }
  })
}

const yearOf = (day: Day): number => Number(writeDay(day)!.slice(0, 4))

/** The end that belongs to a beginning: a day or a month with its year, right behind "to", "until" or a dash. */
function endOf(line: Line, items: readonly Item[], n: number): ItemOf<'period'> | null {
  let next = n + 1
  while (next < n + 4 && (isMarker(items[next], 'until', 'noise') || isDash(items[next]))) next++
  const end = items[next]
  // "by 10 December for 1 March 2028": two dates, and not the ends of one time
  if (!items.slice(n + 1, next).some((item) => isMarker(item, 'until') || isDash(item) || JOINS.has(line.tokens[item.at]!.key)))
    return null
  if (end?.kind !== 'period' || line.begins[end.at] || next === n + 1) return null
  const written = line.flat.slice(line.tokens[end.at]!.at, line.tokens[end.end - 1]!.end)
  return end.period.assumed !== 'year' && !OF_YEAR.test(written) ? end : null
}

/** Small words that lead from a beginning to its end: "octobre à décembre", "between 1 March and 30 June", "1 March or 1 April". */
const JOINS = new Set(['to', 'a', 'au', 'bis', '&', 'or', 'ou', 'oder'])
const isDash = (item: Item | undefined): boolean => item?.kind === 'sign' && DASHES.has(item.sign)

/** "Until 2028", "to the end of 2028", "until mid 2028": a year and no part of it that has a name of its own. "From March until the end of 2028" may well begin next year. */
const OF_YEAR =
  /^(?:(?:the|early|late|mid(?:dle)?|beginning|begin|start|end|debut|milieu|mi|fin|anfang|mitte|ende|of|de|des|du|l'annee|year)[ -]+)*(?:19|20)\d\d$/
