/** The first and the last day that a row of items names. */
import { addMonths, type Day } from '../days/day.ts'
import type { Item } from './items.ts'
import type { Line } from './line.ts'
import { isMarker, type Notes } from './notes-of.ts'

export interface Dates {
  readonly from: Day | null
  readonly to: Day | null
  /** Both are those of one period without "from" or "until": "Q1 2027". */
  readonly period: boolean
  readonly isAssumed: boolean
  readonly places: readonly { readonly at: number; readonly end: number }[]
}

/**
 * "From 1 March", "until the end of 2028", "1.3.2027 – 28.2.2030", "between March and June", "asap". The first that is said counts,
 * a second is noted; two side by side that nothing parts are a beginning and an end, and a note says so.
 * Periods after "no later than", "not before" and events are left alone.
 */
export function datesOf(line: Line, items: readonly Item[], today: Day, notes: Notes): Dates {
  let from: Day | null = null
  let to: Day | null = null
  let period = false
  let isAssumed = false
  const places: { at: number; end: number }[] = []
  let isBareStart = false
  /** The period without "from" or "until" that may go on. */
  let bare: number | null = null
  let joined: { at: number; end: number } | null = null
  const say = (which: 'from' | 'to', day: Day, place: { at: number; end: number }): void => {
    const known = which === 'from' ? from : to
    if (known !== null && known !== day && !period) return notes.add('said-twice', place)
    if (which === 'from') from = day
    else to = day
    places.push({ at: place.at, end: place.end })
  }
  for (const [n, item] of items.entries()) {
    if (isMarker(item, 'today') && from === null) say('from', today, item)
    if (item.kind === 'duration' && isLead(line, items, n)) say('from', addMonths(today, item.months) + item.days, item)
    if (item.kind !== 'period') continue
    const before = isIn(line, items, n, from) ? null : markerBefore(line, items, n)
    if (isApart(before)) continue
    const unknown = unknownBefore(items, n)
    if (unknown !== null) {
      notes.add('only-the-date', { at: unknown.at, end: item.end })
      isAssumed = true
    }
    notes.ofPeriod(item.period, item)
    isAssumed ||= item.period.assumed !== null
    const { first, last } = item.period
    // of the beginning: not of a date that was said twice, and of which nothing was made
    if (bare !== null && to !== null && first === to + 1 && (before === null || before === 'beside') && areJoined(line, items, bare, n)) {
      to = last
      period = false
      isBareStart = false
      places.splice(1, Infinity, { at: item.at, end: item.end })
      joined = { at: places[0]!.at, end: item.end }
      bare = n
      continue
    }
    bare = null
    const isEnd = before === 'beside' && places.at(-1)?.at === items[n - 1]!.at && first > (from ?? first)
    if (isEnd) {
      notes.add('side-by-side', { at: items[n - 1]!.at, end: item.end })
      isAssumed = true
    }
    if (before === 'until' || before === 'dash' || isEnd) {
      if (period) {
        // "2027 to 2029", "from March to May": the first period was only a beginning
        to = null
        period = false
      }
      isBareStart = false
      say('to', last, item)
    } else if (before === 'from' || before === 'between') {
      // "payable on 1 March, 3 years from 1 June": the date that is said to be the beginning is it
      if (isBareStart) {
        notes.add('unread', places[0]!)
        places.length = 0
        from = to = null
        period = isBareStart = false
      }
      say('from', first, item)
    } else if (from === null && to === null) {
      say('from', first, item)
      isBareStart = !isRangeNext(line, items, n)
      if (isRangeNext(line, items, n)) continue
      if (before === 'available' && last > first && last - first < SHORTEST_TERM) {
        notes.add('begins-then', item)
        isAssumed = true
        continue
      }
      to = last
      period = first !== last
      if (!period) to = null
      else bare = n
    } else if (from === null) say('from', first, item)
    else notes.add('said-twice', item)
  }
  if (joined !== null) notes.add('periods-joined', joined)
  return { from, to, period, isAssumed, places }
} // prettier-ignore

/** "Dispo en janvier 2028": nobody buys a month or a quarter, so it is when the term begins. "Available in 2028" is a term. */
const SHORTEST_TERM = 100

/** "2028 and 2029", "Q1 + Q2 2028", "2028, 2029": nothing but "and" or a comma between them. */
const areJoined = (line: Line, items: readonly Item[], one: number, other: number): boolean =>
  other > one + 1 &&
  other <= one + 3 &&
  items.slice(one + 1, other).every(({ at, end }) => end === at + 1 && ANDS.has(line.tokens[at]!.key))
const ANDS = new Set(['&', '+', ',', 'and', 'et', 'und'])

/** Periods that are no plain beginning or end. */
const APART = new Set(['latest', 'latest-start', 'earliest', 'option', 'before', 'after'])
export const isApart = (marker: string | null): boolean => marker !== null && APART.has(marker)

/** What rules a period: the last marker before it, over small words, or a dash that joins it to another period. */
export function markerBefore(line: Line, items: readonly Item[], n: number, depth = 0): string | null {
  if (line.tokens[items[n]!.at]!.glued && items[n - 1]?.kind === 'period') return 'dash'
  let before = n - 1
  if (isBy(line, items, isWord(line, items[before], 'the') ? before - 1 : before)) return 'latest'
  while (before >= 0 && n - before < 4 && (isMarker(items[before], 'noise') || isColon(items[before]))) before--
  const item = unknownBefore(items, n) === null ? items[before] : items[n - 2]
  if (item?.kind === 'sign' && DASHES.has(item.sign) && items[before - 1]?.kind === 'period') return 'dash'
  if (
    item?.kind === 'period' &&
    line.tokens[items[n - 1]!.at]!.key === '&' &&
    markerBefore(line, items, before, depth + 1) === 'between'
  )
    return 'dash'
  if (before === n - 1 && item?.kind === 'period' && !line.begins[items[n]!.at] && isBare(line, items, before, depth))
    return 'beside'
  if (isMarker(item, 'named-date')) return 'from'
  return item?.kind === 'marker' ? item.marker : null
}

/** "From Christmas 2027", "bis Ostern 2028": a word that is not known between what rules a date and the date. */
function unknownBefore(items: readonly Item[], n: number): Item | null {
  const word = items[n - 1]
  return word?.kind === 'word' && isMarker(items[n - 2], 'from', 'until') ? word : null
}

/** "Au printemps 2027", "à la rentrée", "au 1er trimestre": where nothing has begun yet, it is then, and not until then. */
function isIn(line: Line, items: readonly Item[], n: number, from: Day | null): boolean {
  const [item, before] = [items[n], items[n - 1]]
  if (from !== null || item?.kind !== 'period' || item.period.first === item.period.last) return false
  return isMarker(before, 'until') && before!.end === before!.at + 1 && (isWord(line, before, 'au') || isWord(line, before, 'a'))
}

const isWord = (line: Line, item: Item | undefined, key: string): boolean =>
  item !== undefined && line.tokens[item.at]!.key === key

/** "By" says until when; but "starting by March" begins then, and "ending by", "to end by" end. */
function isBy(line: Line, items: readonly Item[], n: number): boolean {
  let before = n - 1
  while (n - before < 3 && isMarker(items[before], 'noise')) before--
  return isWord(line, items[n], 'by') && !isMarker(items[before], 'from', 'until')
}

/** In a longer row of dates that nothing parts, none belongs to the one before it. */
const LONGEST_ROW = 3

/** A period that nothing rules but, at the most, "from". */
const isBare = (line: Line, items: readonly Item[], n: number, depth: number): boolean => {
  if (depth >= LONGEST_ROW) return false
  const before = markerBefore(line, items, n, depth + 1)
  return before !== 'until' && before !== 'dash' && before !== 'beside' && !isApart(before)
}

const isColon = (item: Item | undefined): boolean => item?.kind === 'sign' && (item.sign === ':' || item.sign === '=')

/** "Starting in 6 months": how long until it begins, not how long it is. */
export function isLead(line: Line, items: readonly Item[], n: number): boolean {
  const small = items[n - 1]
  return isMarker(small, 'noise') && IN.has(line.tokens[small!.at]!.key) && isMarker(items[n - 2], 'from')
}

const IN = new Set(['in', 'dans'])

const isRangeNext = (line: Line, items: readonly Item[], n: number): boolean => {
  const next = items[n + 1]
  if (next?.kind === 'period' && line.tokens[next.at]!.glued) return true
  return (next?.kind === 'sign' && DASHES.has(next.sign) && items[n + 2]?.kind === 'period') || isMarker(next, 'until')
}

const DASHES = new Set(['-', '–', '—', '/', '>', '→'])
