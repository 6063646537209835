/** The rows of a rights spreadsheet held against the catalogue and the book: what each would become, and what is doubtful about it. */
import { isDeepStrictEqual } from 'node:util'
import { RIGHTS_COLUMNS, type RightsColumn } from '@vitrine/exchange/spreadsheets/rights-columns'
import { readRow, type RowRead } from '@vitrine/exchange/spreadsheets/rights-rows'
import type { Table } from '@vitrine/exchange/spreadsheets/rights-table'
import type { Locale } from '@vitrine/messages'
import { issuesIn } from '@vitrine/messages/errors'
import { rightsColumnWords } from '@vitrine/messages/desk-entries'
import { importProblem } from '@vitrine/messages/rights-import'
import type { EntryStatus, EntryTerms } from '@vitrine/rights/book/entry'
import { type EntryState, linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import type { RightsBook } from '@vitrine/rights/book/read-book'
import type { Line } from '@vitrine/rights/book/line'
import { checkEntry } from '@vitrine/rights/check/check-entry'
import type { WouldBeEntry } from '@vitrine/rights/check/would-be'
import { dayOf } from '@vitrine/rights/days/day'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { parseMedia } from '@vitrine/rights/media/parse'
import { parseTerritories } from '@vitrine/rights/territories/parse'
import { typeset } from '@vitrine/messages/typeset'
import { objectionInWords } from '@vitrine/rights/words/objection-in-words'
import type { Asker } from '@vitrine/store/asker'
import { findEntries } from '@vitrine/store/rights/entries'
import { listTermsOfTitles } from '@vitrine/store/rights/terms-of-titles'
import type { HouseContext } from '../../context.ts'
import type { ImportPreview, ImportRow } from '../../contract/rights.ts'
import { isHouseError } from '../../errors.ts'
import { knownCuts, wholeLines } from '../hold-book.ts'
import { termsInWords } from '../in-words.ts'
import { readEntryInput } from '../read-input.ts'
import { todayOf } from '../today.ts'
import { type Film, type FilmIndex, indexFilms } from './film-index.ts'
import { KEPT_ID, rowsOfBook } from './read-book-file.ts'
import { fingerprintsOf } from './fingerprint.ts'

/** A row that can be written. */
export interface ReadyRow {
  row: number
  /** The entry's own, where the file says one. Null: it has none yet. */
  id: string | null
  titleId: string
  status: EntryStatus
  terms: EntryTerms
  /** Oldest first; the last is `status` and `terms`. */
  states: readonly EntryState[]
}
export type Candidate = ReadyRow & {
  shown: ImportRow
  /** Further rows of the same entry. */
  more: ImportRow[]
}
const rowsShown = ({ shown, more }: Candidate): ImportRow[] => [shown, ...more]
const isBad = ({ problems }: ImportRow): boolean => problems.some(({ severity }) => severity === 'bad')
export interface ReadRows {
  rows: ImportRow[]
  counts: ImportPreview['counts']
  ready: ReadyRow[]
  unchanged: number
}

type Problem = ImportRow['problems'][number]
const ORDER = ['grant', 'holdback', 'licence', 'option']

export async function readRows(
  house: HouseContext,
  db: Asker,
  table: Table,
  mapping: readonly RightsColumn[],
  titles: Readonly<Record<string, string>>,
  locale: Locale,
): Promise<ReadRows> {
  const films = await indexFilms(db, house.houseId)
  const rows: ImportRow[] = []
  const candidates: Candidate[] = []
  const groups = new Map<string, Candidate>()
  const ids = new Set<string>()
  for (const { row, cells } of table.rows) {
    const read = readRow(cells, mapping)
    const problems: Problem[] = read.problems.map(({ column, severity, code, ...said }) => ({
      column,
      severity,
      message: importProblem(code, said, locale),
    }))
    const chosen = Object.hasOwn(titles, read.film) ? films.byTitleId(titles[read.film]!) : null
    const found = chosen === null ? filmsOf(films, read) : [chosen]
    const film = found.length === 1 ? found[0]! : null
    if (film === null && read.film !== '')
      problems.push({ column: read.film === read.reference ? 'id' : 'title', severity: 'bad', message: importProblem(found.length === 0 ? 'unknown-film' : 'several-films', { value: read.film }, locale) }) // prettier-ignore
    const terms = termsOf(read, problems, locale)
    const shown: ImportRow = {
      row,
      cells,
      film: read.film,
      titleId: film?.id ?? null,
      title: film?.title ?? null,
      suggestions: film !== null || read.film === '' ? [] : found.length > 0 ? found : films.near(read.film),
      entry: terms === null ? null : read.entry,
      text: terms === null ? null : termsInWords(terms, locale),
      unchanged: false,
      problems,
    }
    rows.push(shown)
    if (film === null || terms === null || read.status === 'left-out') continue
    const first = read.group === '' ? undefined : groups.get(`${film.id} ${read.group}`)
    if (first !== undefined) {
      joinRow(first, shown, read.status, terms, locale)
      continue
    }
    const id = KEPT_ID.test(read.group) && !ids.has(read.group) ? read.group : null
    if (id !== null) ids.add(id)
    const candidate: Candidate = { row, id, titleId: film.id, status: read.status, terms, states: [{ status: read.status, terms, effective: null }], shown, more: [] } // prettier-ignore
    if (read.group !== '') groups.set(`${film.id} ${read.group}`, candidate)
    candidates.push(candidate)
  }
  return judged(house, db, rows, candidates, locale)
}

/** By its reference, else by its title: a sheet from another house has references that this one does not know. */
function filmsOf(films: FilmIndex, { film, reference }: RowRead): Film[] {
  const byReference = reference === '' ? [] : films.find(reference, true)
  return byReference.length === 1 || film === '' ? byReference : films.find(film, film === reference)
}

/** A further row of an entry adds its box; all else must be as the first row has it. */
function joinRow(first: Candidate, shown: ImportRow, status: EntryStatus, terms: EntryTerms, locale: Locale): void {
  const other = (Object.keys(terms) as (keyof EntryTerms)[]).filter((field) => field !== 'boxes' && !isDeepStrictEqual(terms[field], first.terms[field])) // prettier-ignore
  const fields = [...other.map((field) => TERM_COLUMNS[field] ?? (field as RightsColumn)), ...(status === first.status ? [] : ['status' as const])] // prettier-ignore
  first.more.push(shown)
  first.terms = { ...first.terms, boxes: [...first.terms.boxes, ...terms.boxes] }
  first.states = [{ status: first.status, terms: first.terms, effective: null }]
  if (fields.length > 0) {
    const read = fields.map((column) => rightsColumnWords[locale][column]).join(', ')
    shown.problems.push({ column: fields[0]!, severity: 'bad', message: importProblem('other-row', { value: String(first.row), read }, locale) }) // prettier-ignore
  }
}
/** Fields of an entry whose column has another name. */
const TERM_COLUMNS: { readonly [field in keyof EntryTerms]?: RightsColumn } = { imposes: 'holdbacks' }

/** The same of a book's file. */
export async function readBookRows(
  house: HouseContext,
  db: Asker,
  book: RightsBook,
  titles: Readonly<Record<string, string>>,
  locale: Locale,
): Promise<ReadRows> {
  const { rows, candidates } = rowsOfBook(book, await indexFilms(db, house.houseId), titles, locale)
  return judged(house, db, rows, candidates, locale)
}

/** Says of each what stands against it, and marks what the book has already. The answer is what it has not. */
export async function judgeCandidates(
  house: HouseContext,
  db: Asker,
  candidates: readonly Candidate[],
  locale: Locale,
): Promise<Candidate[]> {
  const fresh = await withoutKnown(house, db, candidates)
  await judgeTogether(house, db, fresh, locale)
  return fresh
}

async function judged(
  house: HouseContext,
  db: Asker,
  rows: ImportRow[],
  candidates: readonly Candidate[],
  locale: Locale,
): Promise<ReadRows> {
  const fresh = await judgeCandidates(house, db, candidates, locale)
  const bad = rows.filter(isBad).length
  const good = rows.filter(({ problems }) => problems.length === 0).length
  return {
    rows,
    counts: { good, doubtful: rows.length - good - bad, bad },
    ready: fresh
      .filter((candidate) => !rowsShown(candidate).some(isBad))
      .map(({ shown: _shown, more: _more, ...ready }) => ready),
    unchanged: candidates.length - fresh.length,
  }
}

/** The terms of a row; what cannot be read joins its problems. */
function termsOf(read: RowRead, problems: Problem[], locale: Locale): EntryTerms | null {
  const { entry } = read
  const parsers = { territory: parseTerritories, media: parseMedia, languages: parseLanguages }
  for (const [column, parse] of Object.entries(parsers) as [keyof typeof parsers, (text: string) => unknown][]) {
    const text = String(entry[column] ?? '')
    if (text === '') continue
    try {
      parse(text)
    } catch (thrown) {
      if (!(thrown instanceof ExpressionError)) throw thrown
      problems.push({ column, severity: 'bad', message: typeset(locale, locale === 'fr' ? thrown.messageFr : thrown.message) })
    }
  }
  if (problems.some(({ severity }) => severity === 'bad')) {
    // an unknown film alone does not keep its entry from being read
    if (problems.some(({ column, severity }) => severity === 'bad' && column !== 'title' && column !== 'id')) return null
  }
  try {
    return readEntryInput(entry)
  } catch (thrown) {
    if (!isHouseError(thrown)) throw thrown
    const issue = issuesIn(locale, thrown.details)[0]
    problems.push({ column: columnOf(issue?.path), severity: 'bad', message: importProblem('not-understood', { value: issue?.message ?? thrown.message }, locale) }) // prettier-ignore
    return null
  }
}

/** `holdbacks[0].territory` stands in the column of holdbacks. */
const columnOf = (path: string | undefined): RightsColumn | null => RIGHTS_COLUMNS.find((column) => column === path?.split(/[.[]/)[0]) ?? null // prettier-ignore

/** Rows that are in the book already, or stand in the spreadsheet twice, are left out. */
async function withoutKnown(house: HouseContext, db: Asker, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const known = new Set<string>()
  const ids = candidates.flatMap(({ id }) => (id === null ? [] : [id]))
  const same = new Map((await findEntries(db, house.houseId, ids)).map((entry) => [entry.id, entry]))
  for (const { titleId, terms } of await listTermsOfTitles(db, house.houseId, [...new Set(candidates.map((one) => one.titleId))]))
    for (const print of fingerprintsOf(titleId, terms)) known.add(print)
  const isFresh = (candidate: Candidate): boolean => {
    const entry = candidate.id === null ? undefined : same.get(candidate.id)
    if (entry !== undefined) {
      // another book may have used the same id for something else: it gets a new one
      candidate.shown.unchanged = entry.titleId === candidate.titleId && entry.status === candidate.status && isDeepStrictEqual(entry.terms, candidate.terms) // prettier-ignore
      if (candidate.shown.unchanged) return false
      candidate.id = null
    }
    // what has ended says nothing about what is in force
    if (candidate.status !== 'signed' && candidate.status !== 'draft') return true
    const prints = fingerprintsOf(candidate.titleId, candidate.terms)
    candidate.shown.unchanged = prints.every((print) => known.has(print))
    for (const print of prints) known.add(print)
    return !candidate.shown.unchanged
  }
  return candidates.filter((candidate) => {
    const fresh = isFresh(candidate)
    for (const row of candidate.more) row.unchanged = candidate.shown.unchanged
    return fresh
  })
}

/** Film by film, what is held before what is sold: each row is judged on the book and on the rows before it. */
async function judgeTogether(house: HouseContext, db: Asker, fresh: readonly Candidate[], locale: Locale): Promise<void> {
  const today = todayOf(house)
  for (const [titleId, ofTitle] of Map.groupBy(fresh, (one) => one.titleId)) {
    const lines: Line[] = await wholeLines(db, house.houseId, titleId)
    const names = new Map<string, string>()
    for (const { row, terms, states, shown } of ofTitle.toSorted(
      (a, b) => ORDER.indexOf(a.terms.kind) - ORDER.indexOf(b.terms.kind),
    )) {
      const id = `row:${row}`
      names.set(
        id,
        [importProblem('row', { value: String(row) }, locale), terms.party ?? terms.contract].filter(Boolean).join(', '),
      )
      const own = linesOfVersions(id, states)
      if (own.length === 0) continue
      const entry = asWritten(id, terms, own)
      const { objections } = checkEntry(entry, lines, today, await knownCuts(db, house.houseId, titleId, entry))
      // a book that is brought in is history too
      const told = objections.filter(({ code }) => code !== 'begins-in-the-past')
      for (const entry of await findEntries(
        db,
        house.houseId,
        [...new Set(told.flatMap(({ entries }) => entries))].filter((one) => !names.has(one)),
      ))
        names.set(entry.id, entry.terms.party ?? entry.terms.contract ?? entry.id)
      for (const objection of told)
        shown.problems.push({
          column: null,
          severity: objection.severity === 'refused' ? 'bad' : 'doubtful',
          message: typeset(locale, objectionInWords(objection, objection.entries.map((one) => names.get(one) ?? one), locale)), // prettier-ignore
        })
      // what cannot be entered stands in nobody's way
      if (!told.some(({ severity }) => severity === 'refused')) lines.push(...own)
    }
  }
}

/** An entry as all of its states leave it: what was amended or ended counts in its time. */
const asWritten = (id: string, terms: EntryTerms, lines: readonly Line[]): WouldBeEntry => ({
  id,
  kind: terms.kind,
  exclusive: terms.exclusive,
  boxes: lines.filter(({ kind }) => kind === terms.kind).map(({ box }) => box),
  imposes: terms.kind === 'holdback' ? [] : lines.filter(({ kind }) => kind === 'holdback').map(({ box }) => box),
  replaces: [id],
  expires: terms.expires === null ? null : dayOf(terms.expires),
  undated: terms.event !== null && terms.event.date === null,
  effective: null,
})
