/**
 * A rights book on its own, as a file: what `vitrine avails BOOK.json` reads. Every mistake names the entry and the field.
 */
import { type Advice, ExpressionError } from '../expression-error.ts'
import { dayOf } from '../days/day.ts'
import { parseLanguages } from '../languages/parse.ts'
import { mediaLeaves } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import { parsePrice, PriceError, type PriceTerm, readPrice } from '../price/price-terms.ts'
import { parseTerritories } from '../territories/parse.ts'
import type { TerritorySet } from '../territories/territory-set.ts'
import { ENTRY_STATUSES, type EntryStatus, type EntryTerms, EVENTS, type Runs, type TermBox, type WindowEvent } from './entry.ts'
import { FAULTS } from './faults.ts'
import { ENTRY_KINDS, type EntryKind, type Line } from './line.ts'
import { type EntryState, linesOfVersions } from './lines-of-versions.ts'

export interface BookTitle {
  readonly id: string
  readonly name: string
  readonly cuts: readonly string[]
}
export interface BookEntry {
  readonly id: string
  readonly title: string
  readonly status: EntryStatus
  readonly terms: EntryTerms
  /** Every state, oldest first; the last is `status` and `terms`. A file that keeps no history has one. */
  readonly states: readonly EntryState[]
}
export interface RightsBook {
  readonly titles: readonly BookTitle[]
  readonly entries: readonly BookEntry[]
}

/** A book that cannot be read: which entry (or title), which field, and what is wrong with it, in both languages. */
export class BookError extends Error {
  readonly entry: string | null
  readonly field: string
  readonly what: Advice
  constructor(entry: string | null, field: string, what: Advice) {
    super(entry === null ? `${field}: ${what.en}` : `${entry}, ${field}: ${what.en}`)
    this.name = 'BookError'
    this.entry = entry
    this.field = field
    this.what = what
  }
}

/**
 * Reads a rights book.
 *
 * @param json the parsed JSON of the file, in the shape of docs/rights.md, "A book as a file"
 * @throws BookError for the first mistake
 * @example
 * readBook({ titles: [{ id: 't1', name: 'Salt', cuts: ['52'] }], entries: [] }).titles[0]!.cuts // ['52']
 */
export function readBook(json: unknown): RightsBook {
  const book = record(json, null, 'book')
  const titles = list(book['titles'], null, 'titles').map((one, at) => readTitle(one, `titles[${at}]`))
  const known = new Set<string>()
  for (const { id } of titles) if (known.size === known.add(id).size) throw new BookError(id, 'id', FAULTS.twoTitles())
  const ids = new Set<string>()
  const entries = list(book['entries'] ?? [], null, 'entries').map((one, at) => {
    const entry = readEntry(one, `entries[${at}]`)
    if (ids.size === ids.add(entry.id).size) throw new BookError(entry.id, 'id', FAULTS.twoEntries())
    if (!known.has(entry.title)) throw new BookError(entry.id, 'title', FAULTS.noTitle(entry.title))
    return entry
  })
  return { titles, entries }
}

/** The lines of every title of a book. */
export function linesByTitle(book: RightsBook): Map<string, Line[]> {
  const lines = new Map<string, Line[]>(book.titles.map(({ id }) => [id, []]))
  for (const { id, title, states } of book.entries) lines.get(title)!.push(...linesOfVersions(id, states))
  return lines
}

function readTitle(json: unknown, place: string): BookTitle {
  const title = record(json, null, place)
  const id = text(title['id'], null, `${place}.id`)
  const cuts = title['cuts'] === undefined ? [] : list(title['cuts'], id, 'cuts').map((cut) => text(cut, id, 'cuts'))
  return { id, name: title['name'] === undefined ? id : text(title['name'], id, 'name'), cuts }
}

function readEntry(json: unknown, place: string): BookEntry {
  const entry = record(json, null, place)
  const id = text(entry['id'], null, `${place}.id`)
  const status = entry['status'] === undefined ? 'signed' : oneOf(ENTRY_STATUSES, entry['status'], id, 'status')
  const terms = readTerms(entry, id)
  const states = absent(entry['history']) ? [{ status, terms, effective: null }] : list(entry['history'], id, 'history').map((one, at) => readState(record(one, id, `history[${at}]`), id, at)) // prettier-ignore
  const last = states.at(-1)
  if (last === undefined || last.status !== status || JSON.stringify(last.terms) !== JSON.stringify(terms))
    throw new BookError(id, 'history', FAULTS.otherHistory())
  return { id, title: text(entry['title'], id, 'title'), status, terms, states }
}

/** What was agreed once: terms, and the day from which they held. Without one they put the entry right from its beginning. */
function readState(state: Readonly<Record<string, unknown>>, id: string, at: number): EntryState {
  const path = `history[${at}].`
  try {
    return {
      status: oneOf(ENTRY_STATUSES, state['status'], id, 'status'),
      effective: optionalDay(state['effective'], id, 'effective'),
      terms: readTerms(state, id),
    }
  } catch (thrown) {
    throw thrown instanceof BookError ? new BookError(id, `${path}${thrown.field}`, thrown.what) : thrown
  }
}

/** Terms as a file or a form gives them: expressions as they are written, one box, or several under `boxes`. */
export function readTerms(entry: Readonly<Record<string, unknown>>, id: string): EntryTerms {
  const kind: EntryKind = oneOf(ENTRY_KINDS, entry['kind'], id, 'kind')
  const boxes = entry['boxes'] === undefined ? [readBox(entry, id, '')] : list(entry['boxes'], id, 'boxes').map((one, at) => readBox(record(one, id, `boxes[${at}]`), id, `boxes[${at}].`)) // prettier-ignore
  if (boxes.length === 0) throw new BookError(id, 'boxes', FAULTS.noBox())
  const expires = optionalDay(entry['expires'], id, 'expires')
  if (kind === 'option' && expires === null) throw new BookError(id, 'expires', FAULTS.noExpiry())
  return {
    kind,
    exclusive: absent(entry['exclusive']) ? false : flag(entry['exclusive'], id, 'exclusive'),
    boxes,
    party: optionalText(entry['party'], id, 'party'),
    contract: optionalText(entry['contract'], id, 'contract'),
    clause: optionalText(entry['clause'], id, 'clause'),
    expires: kind === 'option' ? expires : null,
    runs: absent(entry['runs']) ? null : readRuns(entry, id),
    event: absent(entry['event']) ? null : readEvent(entry['event'], id, boxes),
    imposes: absent(entry['holdbacks']) ? [] : list(entry['holdbacks'], id, 'holdbacks').map((one, at) => readBox(record(one, id, `holdbacks[${at}]`), id, `holdbacks[${at}].`)), // prettier-ignore
    note: optionalText(entry['note'], id, 'note'),
    ...(kind === 'licence' ? priceOf(entry['price'], id) : {}),
  }
}

/** As people type it ("WSP 4.99 EUR; Tier 4") or as a program lists it. An entry without a price has no such field. */
function priceOf(value: unknown, id: string): { price?: readonly PriceTerm[] } {
  if (absent(value)) return {}
  try {
    const price = Array.isArray(value) ? readPrice(value) : parsePrice(optionalText(value, id, 'price') ?? '')
    return price.length === 0 ? {} : { price }
  } catch (thrown) {
    if (thrown instanceof PriceError) throw new BookError(id, 'price', thrown.what)
    throw thrown
  }
}

function readBox(box: Readonly<Record<string, unknown>>, id: string, path: string): TermBox {
  const territory = expression(box['territory'], id, `${path}territory`)
  const media = expression(box['media'], id, `${path}media`)
  const languages = box['languages'] === undefined ? 'all' : expression(box['languages'], id, `${path}languages`)
  const from = optionalDay(box['from'], id, `${path}from`)
  const to = optionalDay(box['to'], id, `${path}to`)
  if (from !== null && to !== null && from > to) throw new BookError(id, `${path}to`, FAULTS.reversed(from, to))
  const territories = understood(id, `${path}territory`, () => parseTerritories(territory).set)
  return {
    territory: wordingOf(box, id, path, territories) ?? (typeof territory === 'string' ? territory : territory.join(', ')),
    territories: territories.leaves(),
    media: understood(id, `${path}media`, () => mediaLeaves(parseMedia(media))),
    languages: understood(id, `${path}languages`, () => parseLanguages(languages).leaves()),
    cuts: readCuts(box['cuts'], id, `${path}cuts`),
    from,
    to,
  }
}

/** How leaves were worded when they were signed, as long as that still means them: words that say something else are not kept. */
function wordingOf(box: Readonly<Record<string, unknown>>, id: string, path: string, territories: TerritorySet): string | null {
  const wording = optionalText(box['wording'], id, `${path}wording`)
  if (wording === null) return null
  try {
    return parseTerritories(wording).set.equals(territories) ? wording : null
  } catch (thrown) {
    if (thrown instanceof ExpressionError) return null
    throw thrown
  }
}

function readCuts(value: unknown, id: string, field: string): string[] | null {
  if (absent(value) || value === 'all') return null
  const cuts = (typeof value === 'string' ? value.split(',') : list(value, id, field)).map((cut) => text(cut, id, field).trim())
  if (cuts.length === 0 || cuts.includes('')) throw new BookError(id, field, FAULTS.noCut())
  return cuts
}

function readRuns(entry: Readonly<Record<string, unknown>>, id: string): Runs {
  const broadcasts = absent(entry['broadcasts'])
    ? []
    : list(entry['broadcasts'], id, 'broadcasts').map((one) => day(one, id, 'broadcasts'))
  return {
    count: whole(entry['runs'], id, 'runs', 1),
    catchUpDays: absent(entry['catchUpDays']) ? 0 : whole(entry['catchUpDays'], id, 'catchUpDays', 0),
    broadcasts: broadcasts.sort(),
  }
}

function readEvent(value: unknown, id: string, boxes: readonly TermBox[]): WindowEvent {
  const event = record(value, id, 'event')
  if (boxes.some((box) => box.from === null || box.to === null)) throw new BookError(id, 'event', FAULTS.noOuterDates())
  return {
    kind: oneOf(EVENTS, event['kind'], id, 'event.kind'),
    date: optionalDay(event['date'], id, 'event.date'),
    months: absent(event['months']) ? null : whole(event['months'], id, 'event.months', 1),
  }
}

// ---------------------------------------------------------------- values

const absent = (value: unknown): boolean => value === undefined || value === null

function record(value: unknown, entry: string | null, field: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new BookError(entry, field, FAULTS.object(value))
  return value as Record<string, unknown>
}
function list(value: unknown, entry: string | null, field: string): unknown[] {
  if (!Array.isArray(value)) throw new BookError(entry, field, FAULTS.list(value))
  return value
}
function text(value: unknown, entry: string | null, field: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new BookError(entry, field, FAULTS.text(value))
  return value
}
function optionalText(value: unknown, entry: string, field: string): string | null {
  return absent(value) || value === '' ? null : text(value, entry, field)
}
function flag(value: unknown, entry: string, field: string): boolean {
  if (typeof value !== 'boolean') throw new BookError(entry, field, FAULTS.flag(value))
  return value
}
function whole(value: unknown, entry: string, field: string, least: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > 100_000)
    throw new BookError(entry, field, FAULTS.whole(value, least))
  return value
}
function day(value: unknown, entry: string, field: string): string {
  if (typeof value !== 'string' || dayOf(value) === null) throw new BookError(entry, field, FAULTS.day(value))
  return value
}
function optionalDay(value: unknown, entry: string, field: string): string | null {
  return absent(value) || value === '' ? null : day(value, entry, field)
}
function oneOf<T extends string>(allowed: readonly T[], value: unknown, entry: string, field: string): T {
  if (!allowed.includes(value as T)) throw new BookError(entry, field, FAULTS.oneOf(allowed, value))
  return value as T
}
function expression(value: unknown, entry: string, field: string): string | string[] {
  return Array.isArray(value) ? value.map((one) => text(one, entry, field)) : text(value, entry, field)
}
function understood<T>(entry: string, field: string, read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof ExpressionError) throw new BookError(entry, field, { en: thrown.message, fr: thrown.messageFr })
    throw thrown
  }
}
