/** The window that a question asks for. */
import { addMonths, type Day, PERPETUITY } from '../days/day.ts'
import { type Confidence, type Found, leastSure } from '../sentence/found.ts'
import type { Item, ItemOf } from '../sentence/items.ts'
import type { Line, Span } from '../sentence/line.ts'
import { isMarker, type Notes } from '../sentence/notes-of.ts'
import { isBeforeCatchUp } from '../sentence/catch-up.ts'
import { datesOf, isApart, isLead, markerBefore } from '../sentence/dates-of.ts'
import { firstDayOf, lastDayOf } from '../sentence/window.ts'

/** What a buyer who says nothing is taken to want. */
const USUAL_MONTHS = 36

/** From today when no beginning is said, for three years when neither an end nor a length is. */
export function windowOfQuestion(line: Line, items: readonly Item[], today: Day, notes: Notes): Found<{ from: Day; to: Day }> {
  const said = datesOf(line, items, today, notes)
  const length = items.find(
    (item, n): item is ItemOf<'duration'> => item.kind === 'duration' && !isLead(line, items, n) && !isOfCatchUp(line, items, n),
  )
  const perpetuity = items.find((item) => isMarker(item, 'perpetuity'))
  const apart = periodsApart(line, items)
  const places = [...said.places, ...[length, perpetuity].filter((item) => item !== undefined)]
  let confidence: Confidence = said.isAssumed ? 'assumed' : 'read'
  const assume = (): void => void (confidence = leastSure(confidence, 'assumed'))

  let to = perpetuity ? PERPETUITY : said.to
  let from = said.from
  if (from === null && apart.from) {
    from = apart.from.day
    places.push(apart.from.item)
    assume()
  }
  if (to === null && apart.to && isEndOf(apart.to.day, from, length, today)) {
    to = apart.to.day
    places.push(apart.to.item)
    assume()
  }
  if (from === null && length && to !== null && to < PERPETUITY) {
    from = Math.max(today, firstDayOf(to, length))
    assume()
  }
  if (from === null) {
    from = today
    assume()
  }
  if (said.period && length) to = lastDayOf(from, length)
  else if (said.period) notes.add('whole-period', said.places[0]!)
  if (to !== null && to < from) {
    notes.add('window-reversed', said.places[0] ?? null)
    confidence = 'unclear'
    to = null
  }
  if (length && to !== null && !said.period && said.from !== null && lastDayOf(from, length) !== to) {
    notes.add('window-disagrees', length)
    confidence = 'unclear'
  }
  if (to === null && length) to = lastDayOf(from, length)
  if (to === null) {
    notes.add(said.from === null && !apart.from ? 'window-assumed' : 'length-assumed', null)
    to = addMonths(from, USUAL_MONTHS) - 1
    assume()
  }
  for (const item of unreadOf(line, items, new Set(places.map(({ at }) => at)))) notes.add('unread', item)
  if (said.from === null) for (const place of unknownStarts(items)) if (place.end < line.tokens.length) notes.add('unread', place)
  if (from < today) notes.add('begins-in-the-past', said.places[0] ?? null)
  const spans: Span[] = places.sort((a, b) => a.at - b.at).map(({ at, end }) => line.spanOf(at, end))
  return { value: { from, to }, spans, confidence }
}

/** "Replay 7 jours", "incl. 7 days catch-up": how long a broadcast can be caught up with. */
const isOfCatchUp = (line: Line, items: readonly Item[], n: number): boolean => {
  const [media, length] = [items[n - 1], items[n]]
  if (length?.kind !== 'duration' || length.days === 0) return false
  return isBeforeCatchUp(line, items, n) || (media?.kind === 'media' && CATCH_UP.has(line.tokens[media.end - 1]!.key))
}
const CATCH_UP = new Set(['replay', 'catchup', 'up', 'rattrapage', 'mediathek'])

/** "From Monday", "ab Ostern": where no beginning is known, what should have been one. */
const unknownStarts = (items: readonly Item[]): { at: number; end: number }[] =>
  items.flatMap((item, n) => (isMarker(item, 'from') && items[n + 1]?.kind === 'word' && items[n + 2]?.kind !== 'period' ? [{ at: item.at, end: items[n + 1]!.end }] : [])) // prettier-ignore

/** Whether what is asked for may end on the day of a "before" or a "by". With a length that does not lead there it is when something else is due: "3 years, delivery before March". */
function isEndOf(day: Day, from: Day | null, length: ItemOf<'duration'> | undefined, today: Day): boolean {
  if (!length) return day >= (from ?? today)
  return from === null ? firstDayOf(day, length) >= today : lastDayOf(from, length) === day
}

interface DaySaid {
  readonly day: Day
  readonly item: Item
}

/** "After 2028", "not before March", "before June", "by the end of 2029": they bound the window where nothing else does. */
function periodsApart(line: Line, items: readonly Item[]): { from: DaySaid | null; to: DaySaid | null } {
  let from: DaySaid | null = null
  let to: DaySaid | null = null
  for (const [n, item] of items.entries()) {
    if (item.kind !== 'period') continue
    const before = markerBefore(line, items, n)
    const { first, last } = item.period
    if (before === 'after') from ??= { day: last + 1, item }
    else if (before === 'earliest') from ??= { day: first, item }
    else if (before === 'before') to ??= { day: first - 1, item }
    else if (before === 'latest') to ??= { day: last, item }
  }
  return { from, to }
}

/** Numbers, lengths, dates, runs and events of which nothing was made. The number at the very end may be half of a length. */
function unreadOf(line: Line, items: readonly Item[], used: ReadonlySet<number>): { at: number; end: number }[] {
  return items.flatMap((item, n) => {
    if (used.has(item.at)) return []
    if (item.kind === 'period' && !isApart(markerBefore(line, items, n))) return [] // said twice, and noted so
    if (item.kind === 'period' || item.kind === 'duration') return [item]
    if (item.kind === 'number' && item.end < line.tokens.length) return [{ at: item.at, end: isMarker(items[n + 1], 'runs') ? items[n + 1]!.end : item.end }] // prettier-ignore
    if (item.kind === 'marker' && item.marker.startsWith('event:') && isMarker(items[n - 1], 'from', 'after')) return [{ at: items[n - 1]!.at, end: item.end }] // prettier-ignore
    return []
  })
}
