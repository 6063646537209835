/** What a clause asks the house to keep free: "no SVOD in the territory until 12 months after first broadcast". */
import type { EventKind } from '../book/entry.ts'
import type { Day } from '../days/day.ts'
import { boxRead } from '../sentence/boxes.ts'
import { datesOf } from '../sentence/dates-of.ts'
import type { Found } from '../sentence/found.ts'
import type { Item } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { isMarker, type Notes } from '../sentence/notes-of.ts'
import type { ClauseHoldback } from './terms.ts'

export interface HoldbackRead {
  readonly found: Found<ClauseHoldback>
  readonly items: readonly Item[]
}

/** Every holdback with the items that say it, and the items that say that there is none. */
export function holdbacksOf(
  line: Line,
  items: readonly Item[],
  today: Day,
  notes: Notes,
): { all: HoldbackRead[]; none: readonly Item[] } {
  const all: HoldbackRead[] = []
  const none: Item[] = []
  let isListed = false
  for (let n = 0; n < items.length; n++) {
    // "Holdbacks: SVOD - 12 months; TVOD - none; free TV until 1 January 2029"
    isListed &&= items[n]!.kind === 'media' && line.begins[items[n]!.at] === true && line.tokens[items[n]!.at]!.newLine === false
    const isMarked = isMarker(items[n], 'holdback') || isProhibition(line, items, n)
    if (!isMarked && !isListed) continue
    const start = startOf(line, items, n, all.at(-1)?.items.at(-1))
    const end = endOf(line, items, n, start)
    const own = items.slice(start, end)
    const isNone = isListed && own.some((item) => isMarker(item, 'no'))
    const found = isNone ? null : holdbackOf(line, own, today, notes)
    if (found) all.push({ found, items: own })
    if (isNone) none.push(...own)
    const colon = items[n + 1]
    isListed ||= isMarker(items[n], 'holdback') && colon?.kind === 'sign' && colon.sign === ':'
    if (found || isNone) n = end - 1
  }
  return { all, none }
}

/** "No SVOD", "shall not exploit any VOD rights": a prohibition that names media at once. */
function isProhibition(line: Line, items: readonly Item[], n: number): boolean {
  if (!isMarker(items[n], 'no')) return false
  for (let next = n + 1; next < items.length && next <= n + 6; next++) {
    if (items[next]!.kind === 'media') return true
    if (line.begins[items[next]!.at] || (items[next]!.kind !== 'marker' && items[next]!.kind !== 'word')) return false
  }
  return false
}

/** "SVOD holdback", "6-month holdback on SVOD", "perpetual SVOD holdback": the medium and the length that stand directly before. */
function startOf(line: Line, items: readonly Item[], n: number, taken: Item | undefined): number {
  let start = n
  if (!isMarker(items[n], 'holdback')) return start
  while (start > 0 && !line.begins[items[start]!.at] && items[start - 1] !== taken) {
    const before = items[start - 1]!
    const isOfIt = before.kind === 'duration' || before.kind === 'media' || isMarker(before, 'noise')
    if (!isOfIt && !(isMarker(before, 'perpetuity') && ADJECTIVE.test(line.tokens[before.at]!.key))) break
    start--
  }
  return start
}

/** "Free TV in perpetuity" before a holdback is what is sold; "perpetual" belongs to what comes after it. */
const ADJECTIVE = /^(perpetual|indefinite|permanent)$/

const MINE: ReadonlySet<Item['kind']> = new Set(['media', 'territories', 'languages', 'period', 'duration'])

/** To the end of the sentence, or to a comma after which something else begins: what it has already, runs, exclusivity. */
function endOf(line: Line, items: readonly Item[], n: number, start: number): number {
  const seen = new Set(items.slice(start, n).map(({ kind }) => kind))
  for (let end = n + 1; end < items.length; end++) {
    const item = items[end]!
    if (line.begins[item.at]) return end
    if (item.kind === 'sign' && (item.sign === ',' || item.sign === '&') && endsAfter(items, end + 1, seen)) return end
    if (isMarker(item, 'holdback')) return seen.has('media') ? startOf(line, items, end, items[n]) : end
    seen.add(item.kind)
  }
  return items.length
}

function endsAfter(items: readonly Item[], next: number, seen: ReadonlySet<Item['kind']>): boolean {
  for (let n = next; n < items.length && n < next + 4; n++) {
    const item = items[n]!
    if (isMarker(item, 'exclusive', 'non-exclusive', 'runs', 'option', 'holdback', 'no')) return true
    if (item.kind === 'number' || item.kind === 'languages') return true
    if (MINE.has(item.kind)) return seen.has(item.kind)
    if (isMarker(item, 'until', 'before', 'after', 'from', 'latest')) return false
  }
  return false
}

function holdbackOf(line: Line, items: readonly Item[], today: Day, notes: Notes): Found<ClauseHoldback> | null {
  const length = items.find((item) => item.kind === 'duration')
  const event = items.find((item) => item.kind === 'marker' && item.marker.startsWith('event:'))
  const box = boxRead(line, items, notes)
  if (!box.media && !length) return null
  const { from, to } = datesOf(line, items, today, notes)
  const perpetuity = items.find((item) => isMarker(item, 'perpetuity'))
  const after = length === undefined || event ? undefined : items.find((item) => isAfterLicence(line, item, items))
  if (after) notes.add('holdback-after-licence', { at: length!.at, end: after.end })
  const before = items.find((item, n) => item.kind === 'period' && isMarker(items[n - 1], 'before'))
  const until = to ?? (before?.kind === 'period' ? before.period.first - 1 : from)
  const value: ClauseHoldback = {
    ...box,
    months: length && length.months > 0 ? length.months : null,
    days: length && length.days > 0 ? length.days : null,
    until,
    event: event?.kind === 'marker' ? (event.marker.slice('event:'.length) as EventKind) : null,
    isPerpetual: perpetuity !== undefined,
    isAfterLicence: after !== undefined,
  }
  const isWhole = box.media !== null && (length !== undefined || until !== null || event !== undefined)
  const isSure = isWhole && box.media!.confidence === 'read' && (length?.disagrees ?? null) === null
  return { value, spans: [line.spanOf(items[0]!.at, items.at(-1)!.end)], confidence: isSure ? 'read' : 'unclear' }
}

const LICENCE = /^(licen[cs]e|term$|period|window|agreement|contra|accord|periode|fenetre|duree)/
const END = /^(end$|ends$|expir|terminat|fin$|terme$|issue$)/
const BEGINNING = /^(start|begin|commenc|debut)/

/** "12 months after the licence", "from the end of the Term", "à compter de la fin du contrat": the words behind "after" and "from". */
function isAfterLicence(line: Line, marker: Item, items: readonly Item[]): boolean {
  if (!isMarker(marker, 'after', 'from') || items.some(({ kind, at }) => kind === 'period' && at >= marker.end)) return false
  const words: string[] = []
  for (let at = marker.at; at < marker.end + 6 && at < items.at(-1)!.end; at++) {
    if (at > marker.at && line.begins[at]) break
    words.push(line.tokens[at]!.key)
  }
  if (words.some((word) => BEGINNING.test(word)) || !words.some((word) => LICENCE.test(word))) return false
  return isMarker(marker, 'after') || words.some((word) => END.test(word))
}
