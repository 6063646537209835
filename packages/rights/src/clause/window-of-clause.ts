/** The window of a clause: from day to day, by its length, or waiting for an event. */
import type { EventKind } from '../book/entry.ts'
import { type Day, PERPETUITY } from '../days/day.ts'
import { datesOf, isApart, markerBefore } from '../sentence/dates-of.ts'
import type { Confidence, Found } from '../sentence/found.ts'
import type { Item, ItemOf } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { isMarker, type Notes } from '../sentence/notes-of.ts'
import { firstDayOf, lastDayOf } from '../sentence/window.ts'
import { type ClauseEvent, type ClauseRuns, outerOf } from './terms.ts'

interface WindowRead {
  readonly found: {
    readonly from: Found<Day> | null
    readonly to: Found<Day> | null
    readonly months: Found<number> | null
    readonly event: Found<ClauseEvent> | null
  }
  readonly used: readonly Item[]
}

/** @param items those that nothing else has used */
export function windowOfClause(line: Line, items: readonly Item[], runs: Found<ClauseRuns> | null, today: Day, notes: Notes): WindowRead {
  const spanOf = ({ at, end }: Item) => line.spanOf(at, end)
  const lengths = items.filter((item, n): item is ItemOf<'duration'> => item.kind === 'duration' && !isOfExclusivity(items, n))
  const ofRuns = runs?.value.withinMonths ?? null
  // a length of its own is the window's; the months of the runs are it only where there is no other
  const own = lengths.filter((item) => item.months !== ofRuns || lengths.length === 1)
  const length = (own.length > 0 ? own : lengths)[0] ?? null
  for (const other of own.slice(1)) if (length && (other.months !== length.months || other.days !== length.days)) notes.add('said-twice', other)
  if (length && ofRuns === length.months) notes.add('length-from-runs', length)
  const used: Item[] = [...lengths]
  const event = eventOf(items)
  // a date after "by" or "not before" bounds an event; without one nothing is made of it
  for (const [n, item] of items.entries()) if (isMarker(item, 'today') || (item.kind === 'period' && (event || !isApart(markerBefore(line, items, n))))) used.push(item) // prettier-ignore
  if (event) {
    const found = eventRead(line, items, event, length, today, notes)
    return { found: { from: null, to: null, months: null, event: found }, used }
  }
  const said = datesOf(line, items, today, notes)
  const confidence: Confidence = said.isAssumed ? 'assumed' : 'read'
  const place = (n: number) => said.places.slice(n, n + 1).map(({ at, end }) => line.spanOf(at, end))
  let from: Found<Day> | null = said.from === null ? null : { value: said.from, spans: place(0), confidence }
  const perpetuity = items.find((item) => isMarker(item, 'perpetuity'))
  let to: Found<Day> | null = said.to === null || (said.period && length) ? null : { value: said.to, spans: place(said.from === null || said.period ? 0 : 1), confidence }
  if (perpetuity) to = { value: PERPETUITY, spans: [spanOf(perpetuity)], confidence: 'read' }
  if (said.period && !length && said.places[0]) notes.add('whole-period', said.places[0])
  if (!from && to && length && to.value < PERPETUITY) from = { value: firstDayOf(to.value, length), spans: [spanOf(length)], confidence: 'assumed' }
  if (!to && from && length) {
    const sure: Confidence = length.disagrees !== null ? 'unclear' : ofRuns === length.months ? 'assumed' : confidence
    to = { value: lastDayOf(from.value, length), spans: [spanOf(length)], confidence: sure }
  } else if (to && from && length && !perpetuity && lastDayOf(from.value, length) !== to.value) {
    notes.add('window-disagrees', length)
    to = { ...to, confidence: 'unclear' }
  }
  if (from && to && to.value < from.value) {
    notes.add('window-reversed', said.places[0] ?? null)
    to = { ...to, confidence: 'unclear' }
  }
  const months: Found<number> | null = !from && !to && length && length.months > 0 ? { value: length.months, spans: [spanOf(length)], confidence: 'read' } : null
  return { found: { from, to, months, event: null }, used }
} // prettier-ignore

/** "Exclusivity: 6 months": how long it is exclusive is not how long it is. */
const isOfExclusivity = (items: readonly Item[], n: number): boolean => {
  let before = n - 1
  while (n - before < 4 && (isMarker(items[before], 'noise') || items[before]?.kind === 'sign')) before--
  return isMarker(items[before], 'exclusivity-label') || (isMarker(items[before], 'exclusive') && items[before + 1]?.kind === 'sign' && (items[before + 1] as ItemOf<'sign'>).sign === ':')
} // prettier-ignore

interface EventPlace {
  readonly kind: EventKind
  readonly n: number
}

/** An event after "from": "24 months from delivery", "à compter de la première diffusion". */
function eventOf(items: readonly Item[]): EventPlace | null {
  for (const [n, item] of items.entries()) {
    if (item.kind !== 'marker' || !item.marker.startsWith('event:')) continue
    let before = n - 1
    while (n - before < 5 && isMarker(items[before], 'noise', 'licensing')) before--
    if (isMarker(items[before], 'from', 'after')) return { kind: item.marker.slice('event:'.length) as EventKind, n }
  }
  return null
}

function eventRead(line: Line, items: readonly Item[], event: EventPlace, length: ItemOf<'duration'> | null, today: Day, notes: Notes): Found<ClauseEvent> {
  let confidence: Confidence = 'read'
  let earliest: Day | null = null
  let latestStart: Day | null = null
  let outer: Day | null = null
  const spans = [line.spanOf(items[event.n]!.at, items[event.n]!.end)]
  for (const [n, item] of items.entries()) {
    if (item.kind !== 'period') continue
    let before = n - 1
    while (n - before < 4 && isMarker(items[before], 'noise')) before--
    const marker = items[before]
    notes.ofPeriod(item.period, item)
    if (item.period.assumed !== null) confidence = 'assumed'
    spans.push(line.spanOf(item.at, item.end))
    // "au plus tard du 1er juin", "spätestens ab dem 1. Juli": the day from which it runs at the latest
    const isLatestStart = isMarker(marker, 'latest-start') || (isMarker(marker, 'from') && isMarker(items[before - 1], 'latest'))
    if (isEitherFirst(line, items[event.n]!, item)) {
      latestStart = item.period.last
      notes.add('latest-start', item)
    } else if (isLatestStart) latestStart = item.period.last
    else if (isMarker(marker, 'earliest', 'from')) earliest = item.period.first
    else if (isMarker(marker, 'until')) outer = item.period.last
    else if (isMarker(marker, 'latest')) {
      confidence = 'assumed'
      if (isStart(line, items, event.n, before, length) || (length && lastDayOf(today, length) > item.period.last)) {
        latestStart = item.period.last
        notes.add('latest-start', { at: marker!.at, end: item.end })
      } else {
        outer = item.period.last
        notes.add('latest-end', { at: marker!.at, end: item.end })
      }
    } else {
      // "from delivery, expected 1 March 2027": the day that is hoped for is the earliest
      earliest ??= item.period.first
      confidence = 'assumed'
    }
  }
  if (length) spans.push(line.spanOf(length.at, length.end))
  const months = length && length.months > 0 ? length.months : null
  outer ??= outerOf(latestStart, months)
  if (length !== null && length.disagrees !== null) confidence = 'unclear'
  return { value: { kind: event.kind, months, earliest, latestStart, outer }, spans, confidence }
} // prettier-ignore

/** "The earlier of delivery and 1 September", "delivery or 1 September, whichever is the earlier": it begins on that day at the latest. */
function isEitherFirst(line: Line, event: Item, date: Item): boolean {
  const { tokens, flat } = line
  if (date.at < event.end || date.at - event.end > 3) return false
  const before = flat.slice(Math.max(0, tokens[event.at]!.at - 30), tokens[event.at]!.at)
  return FIRST_OF.test(before) || WHICHEVER.test(flat.slice(tokens[date.end - 1]!.end, tokens[date.end - 1]!.end + 60))
}

const FIRST_OF = /(?:earlier|earliest|sooner|first) (?:of|to occur of)(?: the)? *:? *$/
const WHICHEVER =
  /^[ ,(]*(?:whichever (?:is|comes|occurs|date is)(?: the)? ?(?:earlier|earliest|first|sooner)|la premiere (?:de ces|des deux) (?:dates|echeances))/

/** "No later than" bounds the start after "commencing", in brackets behind the event, or before the length is said. An end that comes sooner than the length allows is a start too. */
function isStart(line: Line, items: readonly Item[], event: number, latest: number, length: Item | null): boolean {
  const between = items.slice(event + 1, latest)
  if (items.slice(Math.max(0, event - 4), event).some((item) => isMarker(item, 'from') && STARTS.test(line.tokens[item.at]!.key)))
    return true
  if (between.some((item) => item.kind === 'sign' && item.sign === '(')) return true
  return length !== null && items.indexOf(length) > latest && latest > event
}

const STARTS = /^(commenc|start|begin|debut)/
