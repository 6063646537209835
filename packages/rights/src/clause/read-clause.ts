/** A rights clause of a contract or a deal memo, read into the entry that it would be. Nothing is invented: what is not said is null. */
import type { EntryKind } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import { boxRead, type BoxRead, excludedApart, exclusivityRead, narrowedByBrackets, narrowedByKinds } from '../sentence/boxes.ts'
import { withoutBounds } from '../sentence/bounded-lengths.ts'
import type { Found } from '../sentence/found.ts'
import { type Item, itemsOf } from '../sentence/items.ts'
import { layOut, type Line, type Span } from '../sentence/line.ts'
import type { Note } from '../sentence/note.ts'
import { isMarker, notesOf } from '../sentence/notes-of.ts'
import { notedByName, paperDates } from '../sentence/paper-dates.ts'
import { partedBeforeReserved, reservedBeside, reservedRest, setAside } from '../sentence/set-aside.ts'
import { yearsProduced } from '../question/film-years.ts'
import { nearTerritories } from '../question/near-territories.ts'
import { catchUpOf, runsOf } from './broadcasts.ts'
import { holdbacksOf } from './holdbacks.ts'
import { kindOf, optionExpiry } from './kind.ts'
import type { ClauseEvent, ClauseHoldback, ClauseRuns } from './terms.ts'
import { windowOfClause } from './window-of-clause.ts'

/** About twenty pages of a contract; what comes after is not read, and a note says so. */
export const LONGEST_CLAUSE = 50_000

/** In so short a text a word in small letters may be a territory too. */
const LONGEST_TELEGRAM = 300

export interface Clause extends BoxRead {
  readonly kind: Found<EntryKind>
  /** null: the clause does not say. */
  readonly exclusive: Found<boolean> | null
  readonly cuts: Found<readonly string[]> | null
  readonly from: Found<Day> | null
  /** `PERPETUITY` when the clause says so. */
  readonly to: Found<Day> | null
  /** A length that begins on no day that is known. */
  readonly months: Found<number> | null
  readonly event: Found<ClauseEvent> | null
  readonly runs: Found<ClauseRuns> | null
  readonly catchUpDays: Found<number> | null
  /** Of an option: its last day. */
  readonly expires: Found<Day> | null
  readonly holdbacks: readonly Found<ClauseHoldback>[]
  /** What was not understood. */
  readonly unread: readonly Span[]
  readonly notes: readonly Note[]
}

/**
 * Reads a clause, in English or French, legalese or telegram style. Any text is read and nothing is thrown.
 *
 * @example
 * const today = dayOf('2026-11-25')!
 * const clause = readClause('exclusive free TV incl. catch-up 7 days, DACH & South Tyrol, 3 runs within 24 months from 1 March 2027', { today })
 * mediaLeaves(clause.media!.value) // ['free-tv', 'catch-up']
 * clause.runs!.value               // { count: 3, withinMonths: 24 }
 * clause.territories!.confidence   // 'unclear': South Tyrol was left out
 * clause.notes.map(({ code }) => code) // ['length-from-runs', 'left-out', 'kind-assumed']
 */
export function readClause(text: string, { today }: { readonly today: Day }): Clause {
  const line = layOut(text, LONGEST_CLAUSE)
  const notes = notesOf(line, text)
  if (text.length > LONGEST_CLAUSE) notes.add('too-long', { at: line.tokens.length - 1, end: line.tokens.length })
  let items = withoutBounds(line, itemsOf(line, { today, themes: false }), notes)
  items = narrowedByKinds(line, narrowedByBrackets(partedBeforeReserved(line, items), notes))
  items = excludedApart(line, items, notes)
  const used = new Set<Item>()
  for (const item of items) noteNumbers(item)

  for (const made of yearsProduced(line, items, today)) for (const item of items) if (item.at >= made.at && item.at < made.end) used.add(item)
  for (const item of paperDates(line, items, notes)) used.add(item)
  notedByName(items, notes)
  const reserved = reservedBeside(line, items)
  const isReserved = new Set(reserved.flatMap((one) => one.items))
  const { kept, aside } = setAside(line, items.filter((item) => !used.has(item) && !isReserved.has(item)))
  const option = optionExpiry(line, kept, used)
  const { all: held, none } = holdbacksOf(line, kept, today, notes)
  for (const item of [...none, ...held.flatMap((holdback) => holdback.items)]) used.add(item)
  const main = kept.filter((item) => !used.has(item))
  const runs = runsOf(line, main, notes)
  const catchUpDays = catchUpOf(line, main, notes)
  for (const item of [...runs.used, ...catchUpDays.used]) used.add(item)
  const window = windowOfClause(line, main.filter((item) => !used.has(item)), runs.found, today, notes)
  for (const item of window.used) used.add(item)
  const box = boxRead(line, [...main, ...reservedRest(line, reserved)], notes)
  const kind = kindOf(line, items.filter((item) => !isReserved.has(item)), box, held.length > 0, notes)
  if (kind.value !== 'holdback') for (const { items: own } of held) for (const item of own) if (isMarker(item, 'perpetuity')) notes.add('holdback-perpetual', item)
  const unread = unreadOf(line, items, used, new Set([...reserved, ...aside].flatMap((one) => one.items)))
  const isShort = text.length <= LONGEST_TELEGRAM && box.territories === null
  for (const { name, ...place } of nearTerritories(line, unread.filter(({ kind }) => kind === 'word'), isShort)) notes.add('unknown', place, { suggestion: name })
  return {
    ...box,
    kind,
    exclusive: exclusivityRead(line, main, notes),
    cuts: cutsRead(line, main),
    ...window.found,
    runs: runs.found,
    catchUpDays: catchUpDays.found,
    expires: option,
    holdbacks: held.map(({ found }) => found),
    unread: spansOf(line, items, unread),
    notes: notes.all,
  }

  function noteNumbers(item: Item): void {
    if ((item.kind === 'number' || item.kind === 'duration') && item.disagrees !== null) notes.add('number-disagrees', item)
  }
} // prettier-ignore

function cutsRead(line: Line, items: readonly Item[]): Found<readonly string[]> | null {
  const cuts = items.filter((item) => item.kind === 'cut')
  if (cuts.length === 0) return null
  return {
    value: [...new Set(cuts.map(({ cut }) => cut))],
    spans: cuts.map(({ at, end }) => line.spanOf(at, end)),
    confidence: 'read',
  }
}

const SAYS_NOTHING: ReadonlySet<Item['kind']> = new Set(['sign'])
const READ_ANYWHERE: ReadonlySet<Item['kind']> = new Set(['territories', 'media', 'languages', 'cut', 'marker', 'theme'])

/** Words, and dates, lengths and numbers of which nothing was made. */
function unreadOf(line: Line, items: readonly Item[], used: ReadonlySet<Item>, aside: ReadonlySet<Item>): Item[] {
  const isUnread = (item: Item): boolean =>
    aside.has(item) ||
    (!used.has(item) && !READ_ANYWHERE.has(item.kind) && !SAYS_NOTHING.has(item.kind) && !isArticle(line, item))
  return items.filter(isUnread)
}

/** Neighbours over small words are one span. */
function spansOf(line: Line, items: readonly Item[], unread: readonly Item[]): Span[] {
  const all = new Set(unread)
  const runs: { at: number; end: number }[] = []
  let joins = false
  for (const item of items) {
    const isUnread = all.has(item)
    const last = runs.at(-1)
    if (isUnread && last && joins && !line.begins[item.at]) last.end = item.end
    else if (isUnread) runs.push({ at: item.at, end: item.end })
    joins = isUnread || (joins && isMarker(item, 'noise'))
  }
  return runs.map(({ at, end }) => line.spanOf(at, end))
}

/** "Pour une durée de": not one of anything. */
const isArticle = (line: Line, item: Item): boolean =>
  item.kind === 'number' && item.end === item.at + 1 && ARTICLES.has(line.tokens[item.at]!.key)
const ARTICLES = new Set(['un', 'une', 'a', 'an', 'ein', 'eine', 'einen', 'einem', 'einer'])
