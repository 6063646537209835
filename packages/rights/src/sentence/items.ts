/** A sentence as a row of items: every token belongs to exactly one, the longest that could begin where it begins. */
import type { Day } from '../days/day.ts'
import type { LanguageSet } from '../languages/language-set.ts'
import type { MediaSet } from '../media/media-set.ts'
import type { ParsedTerritories } from '../territories/parse.ts'
import { cutAt, durationAt } from './durations.ts'
import { expressionAt, type ExpressionNote, type Grammar, type IsApart } from './expressions.ts'
import { LANGUAGES, MEDIA, TERRITORIES } from './grammars.ts'
import type { Line } from './line.ts'
import { markerAt } from './marker-at.ts'
import { type Marker, markers } from './markers.ts'
import { numberAt } from './numbers.ts'
import { type Period, periodAt } from './periods.ts'
import { placeByAdjective } from './places-by-adjective.ts'
import { quotedAt } from './quoted.ts'
import { inYearOfEnd } from './year-of-end.ts'

type What =
  | { readonly kind: 'territories'; readonly value: ParsedTerritories | null; readonly notes: readonly ExpressionNote[] }
  | { readonly kind: 'media'; readonly value: MediaSet | null; readonly notes: readonly ExpressionNote[] }
  | { readonly kind: 'languages'; readonly value: LanguageSet | null; readonly notes: readonly ExpressionNote[] }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'duration'; readonly months: number; readonly days: number; readonly disagrees: number | null }
  | { readonly kind: 'number'; readonly value: number; readonly disagrees: number | null }
  | { readonly kind: 'cut'; readonly cut: string }
  | { readonly kind: 'marker'; readonly marker: Marker }
  | { readonly kind: 'theme' }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'word' }

/** `at` and `end` count tokens. */
export type Item = What & { readonly at: number; readonly end: number }
export type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>

export interface ItemOptions {
  readonly today: Day
  /** Whether "on", "about", "themes:" announce a subject: in questions, not in clauses. */
  readonly themes: boolean
}

/** The items of a line, in order. */
export function itemsOf(line: Line, options: ItemOptions): Item[] {
  const items: Item[] = []
  const titles = options.themes ? quotedAt(line) : []
  for (let at = 0; at < line.tokens.length;) {
    const title = titles.find((quoted) => quoted.at === at)
    const words = title ? titleWords(line, title, options.today) : []
    if (words.length > 0) {
      items.push(...words)
      at = title!.end
      continue
    }
    const item = itemAt(line, at, items, options.today)
    items.push(item)
    at = item.end
    if (options.themes && announcesTheme(line, item, items)) {
      const about = againTheme(line, at)
      if (about > at) items.push({ kind: 'marker', marker: 'noise', at, end: about })
      at = about
      for (const part of themesAt(line, at, items, item, options.today)) {
        items.push(part)
        at = part.end
      }
    }
  }
  return inYearOfEnd(line, items)
}

/** « Le monde perdu », "Poland, a Winter", "Gone": what stands in quotes and is not all said in the terms of a deal is the name of a film, each word of it. */
function titleWords(line: Line, { at, end }: { at: number; end: number }, today: Day): Item[] {
  const inside: Item[] = []
  for (let next = at; next < end; next = inside.at(-1)!.end) inside.push(itemAt(line, next, inside, today))
  const isSmallTalk = /^\p{Lu}/u.test(line.tokens[at]!.raw) && inside.every(({ kind }) => kind === 'marker' || kind === 'sign') && inside.some((item) => item.kind === 'marker' && item.marker === 'noise') // prettier-ignore
  if (inside.every(({ kind }) => kind !== 'word') && !isSmallTalk) return []
  return Array.from({ length: end - at }, (_, n): Item => {
    const place = { at: at + n, end: at + n + 1 }
    if (!line.tokens[place.at]!.isWord) return { kind: 'sign', sign: line.tokens[place.at]!.key, ...place }
    return { kind: 'word', ...place }
  })
} // prettier-ignore

type Reading = Item & { rank: number }

/** Of two readings of the same length the lower rank is taken: "TV" is a medium before it is Tuvalu. */
function itemAt(line: Line, at: number, before: readonly Item[], today: Day): Item {
  const token = line.tokens[at]!
  if (!token.isWord && token.key !== '(' && token.key !== '&') return { kind: 'sign', sign: token.key, at, end: at + 1 }
  let best: Reading = token.isWord ? { kind: 'word', at, end: at + 1, rank: 9 } : { kind: 'sign', sign: token.key, at, end: at + 1, rank: 9 } // prettier-ignore
  const consider = (reading: Reading | null): void => {
    if (reading && (reading.end > best.end || (reading.end === best.end && reading.rank < best.rank))) best = reading
  }
  if (!token.isWord && token.key !== '&') return best
  const period = periodAt(line, at, today)
  if (period && (!period.needsMarker || isAfterDateMarker(before) || beginsRange(line, period.end, today)))
    consider({ kind: 'period', period, at, end: period.end, rank: 0 })
  const duration = durationAt(line, at)
  if (duration) consider({ kind: 'duration', at, ...duration, rank: 1 })
  const cut = cutAt(line, at)
  if (cut) consider({ kind: 'cut', at, ...cut, rank: 2 })
  const number = numberAt(line, at)
  if (number) consider({ kind: 'number', at, ...number, rank: 7 })
  consider(expressionOf('media', line, at, MEDIA, before, 3))
  consider(expressionOf('languages', line, at, LANGUAGES, before, 4))
  consider(expressionOf('territories', line, at, TERRITORIES, before, 5))
  const marker = markerAt(line, at)
  if (marker) consider({ kind: 'marker', marker: marker.meaning, at, end: marker.end, rank: marker.meaning === 'noise' ? 8 : 6 })
  const { rank: _, ...item } = best
  return item
}

function expressionOf(kind: 'media' | 'languages' | 'territories', line: Line, at: number, grammar: Grammar, before: readonly Item[], rank: number): Reading | null {
  const isApart: IsApart = { before: () => isTerm(before.at(-1)), behind: (end) => beginsTerm(line, end) }
  const read = expressionAt<never>(line, at, grammar, isLabelled(before, grammar.label), isApart)
  return read && { kind, value: read.value, notes: read.notes, at, end: read.end, rank }
} // prettier-ignore

const TERMS: ReadonlySet<Item['kind']> = new Set(['territories', 'media', 'languages', 'period', 'duration', 'cut'])
const BEFORE_LENGTH = new Set(['the', 'les', 'a', 'une', 'un', 'for', 'over', 'pour', 'pendant', 'sur', 'fur'])
const isExclusivity = (marker: Marker | undefined): boolean => marker === 'exclusive' || marker === 'non-exclusive'

const isTerm = (item: Item | undefined): boolean =>
  item !== undefined && (TERMS.has(item.kind) || (item.kind === 'marker' && isExclusivity(item.marker)))

/** A territory, a length, a date, exclusivity: looked at by its first words only. */
function beginsTerm(line: Line, at: number): boolean {
  const marker = markerAt(line, at)?.meaning
  if (isExclusivity(marker) || marker === 'from' || marker === 'until') return true
  const territory = TERRITORIES.phraseAt(line, at, { isExpected: false })
  if (BEFORE_LENGTH.has(line.tokens[at]!.key) && durationAt(line, at + 1) !== null) return true
  return (territory !== null && !territory.refused) || durationAt(line, at) !== null || /^(19|20)\d\d$/.test(line.tokens[at]!.raw)
}

/** The last item that says something. */
function lastSaid(items: readonly Item[], from = items.length - 1): Item | undefined {
  for (let n = from; n >= 0 && n > from - 6; n--) {
    const item = items[n]!
    if (item.kind !== 'marker' || item.marker !== 'noise') return item
  }
  return undefined
}

function isLabelled(before: readonly Item[], label: Grammar['label']): boolean {
  for (let n = before.length - 1; n >= 0 && n > before.length - 4; n--) {
    const item = before[n]!
    if (item.kind === 'marker' && item.marker === label) return true
    if (item.kind !== 'sign' && !(item.kind === 'marker' && item.marker === 'noise')) return false
    if (item.kind === 'sign' && item.sign !== ':' && item.sign !== '-' && item.sign !== '=') return false
  }
  return false
}

const DATE_MARKERS: ReadonlySet<Marker> = new Set([
  'from',
  'until',
  'between',
  'after',
  'before',
  'latest',
  'latest-start',
  'earliest',
])

/** "October to December 2027": a month alone, before an end that has its year. */
function beginsRange(line: Line, at: number, today: Day): boolean {
  if (!RANGES.has(line.tokens[at]?.key ?? '') || line.tokens[at + 1] === undefined || line.begins[at + 1]) return false
  // "the licensee may until 31 December 2027 show it"
  if (line.tokens[at - 1]!.raw === 'may' && UNTIL.has(line.tokens[at]!.key)) return false
  const end = periodAt(line, at + 1, today)
  return end !== null && end.assumed !== 'year' && !/^(?:19|20)\d\d/.test(line.tokens[at + 1]!.raw)
}
const UNTIL = new Set(['until', 'till', 'through', 'thru'])
const RANGES = new Set(['-', 'to', 'until', 'till', 'through', 'thru', 'a', 'al', 'au', 'bis', 'hasta'])

function isAfterDateMarker(before: readonly Item[]): boolean {
  const last = lastSaid(before)
  return last?.kind === 'marker' && DATE_MARKERS.has(last.marker)
}

function announcesTheme(line: Line, item: Item, items: readonly Item[]): boolean {
  if (item.kind !== 'marker') return false
  if (item.marker === 'themes') return true
  if (item.marker !== 'theme') return false
  // "SVOD sur la Pologne", "la SVOD exclusive sur la Pologne" are where, "des films sur la Pologne" is what about
  const last = lastSaid(items, items.length - 2)
  const before = last?.kind === 'marker' && isExclusivity(last.marker) ? lastSaid(items, items.indexOf(last) - 1) : last
  return before?.kind !== 'media' || line.begins[item.at] === true
}

/** "On anything about mountains": the subject is behind the last of the words that announce it. */
function againTheme(line: Line, at: number): number {
  let next = at
  while (next < at + 3 && next < line.tokens.length && markerAt(line, next)?.meaning === 'noise') next++
  const again = next > at && next < line.tokens.length && !line.begins[next] ? markerAt(line, next) : null
  return again?.meaning === 'theme' && again.end < line.tokens.length ? again.end : at
}

/** The subjects that follow a marker; after a label ("themes:") several between commas. */
function themesAt(line: Line, at: number, items: readonly Item[], marker: Item, today: Day): Item[] {
  const isLabel = marker.kind === 'marker' && marker.marker === 'themes'
  const parts: Item[] = []
  let next = at
  if (isLabel && line.tokens[next]?.key === ':') parts.push({ kind: 'sign', sign: ':', at: next, end: ++next })
  for (;;) {
    const end = themeEnd(line, next, items, isLabel && parts.every(({ kind }) => kind === 'sign'), today)
    if (end === next) return parts
    parts.push({ kind: 'theme', at: next, end })
    const comma = line.tokens[end]?.key
    if (!isLabel || (comma !== ',' && comma !== '/') || line.begins[end + 1]) return parts
    const follows = end + 1 < line.tokens.length ? itemAt(line, end + 1, [], today) : null
    if (follows?.kind !== 'word') return parts
    parts.push({ kind: 'sign', sign: comma, at: end, end: end + 1 })
    next = end + 1
  }
}

const ENDS_THEME: ReadonlySet<Marker> = new Set(['exclusive', 'non-exclusive', 'available', 'today', 'perpetuity', 'themes', 'produced', 'territory-label', 'exclusivity-label']) // prettier-ignore
const FOR = new Set(['for', 'pour', 'fur', 'para', 'per'])
const GOES_ON = new Set(['&', '+', '-'])

/** Where a subject ends: at a comma, or where the deal goes on. After a label its first words are always a subject. */
function themeEnd(line: Line, at: number, items: readonly Item[], isSubject: boolean, today: Day): number {
  const { tokens } = line
  let end = at
  while (end < tokens.length && !(end > at && line.begins[end]) && end < at + 12) {
    const item = itemAt(line, end, items, today)
    if (item.kind === 'sign' && !GOES_ON.has(item.sign)) break
    const isFirst = end === at
    if (endsTheme(line, item, items, isFirst, today) && !(isFirst && isSubject && item.kind === 'media')) break
    // territories in a list are taken one by one: "Central Asia, Poland" is a subject and a territory
    end = item.kind === 'territories' || item.kind === 'media' ? commaWithin(line, item) : item.end
  }
  while (end > at + 1 && isIdle(line, end - 1)) end--
  return end > at && tokens.slice(at, end).every((_, n) => isIdle(line, at + n)) ? at : end
}

function endsTheme(line: Line, item: Item, items: readonly Item[], isFirst: boolean, today: Day): boolean {
  switch (item.kind) {
    case 'period':
    case 'duration':
    case 'cut':
    case 'media':
      return true
    case 'languages':
      return item.end > item.at + 1
    case 'marker':
      if (ENDS_THEME.has(item.marker)) return true
      if (item.end >= line.tokens.length) return false
      if (item.marker === 'from' || item.marker === 'until') {
        const next = itemAt(line, item.end, [...items.slice(-2), item], today)
        return next.kind === 'period' || (next.kind === 'marker' && next.marker === 'today')
      }
      if (isFirst || !FOR.has(line.tokens[item.at]!.key)) return false
      if (placeByAdjective(line, item.end) !== null || isSlotAt(line, item.end)) return true
      return ['media', 'territories', 'duration', 'period'].includes(itemAt(line, item.end, [], today).kind)
    default:
      return false
  }
}

/** "For a slot", "pour une case en télévision": behind it the deal goes on. */
const isSlotAt = ({ tokens }: Line, at: number): boolean =>
  SLOTS.has(tokens[at]?.key ?? '') || SLOTS.has(tokens[at + 1]?.key ?? '')
const SLOTS = new Set(['slot', 'case', 'sendeplatz', 'streamer', 'channel', 'platform', 'chaine', 'plateforme', 'sender'])

function commaWithin(line: Line, item: Item): number {
  for (let n = item.at + 1; n < item.end; n++) if (line.tokens[n]!.key === ',') return n
  return item.end
}

const isIdle = (line: Line, at: number): boolean =>
  markers().longest(line.tokens.slice(at, at + 1), 0)?.meaning === 'noise' || !line.tokens[at]!.isWord
