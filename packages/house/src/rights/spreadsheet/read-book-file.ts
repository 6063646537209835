/** A rights book in a file (docs/rights.md, "A book as a file"), an entry a row, with all of its states. */
import type { Locale } from '@vitrine/messages'
import { importProblem } from '@vitrine/messages/rights-import'
import { type BookEntry, BookError, readBook, type RightsBook } from '@vitrine/rights/book/read-book'
import type { ImportRow } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { termsInWords } from '../in-words.ts'
import type { Film, FilmIndex } from './film-index.ts'
import type { Candidate } from './read-rows.ts'

/** Ids of a file become ids of the house where they can stand in an address; an entry with any other gets a new one. */
export const KEPT_ID = /^[\w-]{1,64}$/

export const BOOK_LIMITS = { bytes: 50_000_000, entries: 20_000 } as const

/** Whether bytes are a book's file and no spreadsheet: its first sign is a brace. */
export function isBookFile(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  return first === 0x7b
}

export function openBookFile(bytes: Uint8Array): RightsBook {
  if (bytes.byteLength > BOOK_LIMITS.bytes) throw new HouseError('too-large', { limit: BOOK_LIMITS.bytes })
  const json = parseJson(bytes)
  const { entries } = json as { entries?: unknown }
  if (Array.isArray(entries) && entries.length > BOOK_LIMITS.entries) throw new HouseError('limit-reached', { limit: BOOK_LIMITS.entries }) // prettier-ignore
  try {
    return readBook(json)
  } catch (thrown) {
    if (!(thrown instanceof BookError)) throw thrown
    const { entry, field, what } = thrown
    throw new HouseError('invalid-input', { issues: [{ path: [entry, field].filter(Boolean).join('.'), message: what.en, messageFr: what.fr }] }, thrown) // prettier-ignore
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (thrown) {
    throw new HouseError('unreadable-file', { reason: 'damaged' }, thrown)
  }
}

/** A film is the one with its id in the file, else the one by its name there. */
export function rowsOfBook(
  { titles, entries }: RightsBook,
  films: FilmIndex,
  said: Readonly<Record<string, string>>,
  locale: Locale,
): { rows: ImportRow[]; candidates: Candidate[] } {
  const names = new Map(titles.map(({ id, name }) => [id, name]))
  const candidates: Candidate[] = []
  const rows = entries.map(({ id, title, status, terms, states }: BookEntry, at): ImportRow => {
    const name = names.get(title)!
    const chosen = films.byTitleId(said[name] ?? title)
    const found = chosen === null ? films.find(name, false) : [chosen]
    const film: Film | null = found.length === 1 ? found[0]! : null
    const shown: ImportRow = {
      row: at + 1,
      cells: [id],
      film: name,
      titleId: film?.id ?? null,
      title: film?.title ?? null,
      entry: null,
      text: termsInWords(terms, locale),
      suggestions: film !== null ? [] : found.length > 0 ? found : films.near(name),
      unchanged: false,
      problems: film !== null ? [] : [{ column: 'title', severity: 'bad', message: importProblem(found.length === 0 ? 'unknown-film' : 'several-films', { value: name }, locale) }], // prettier-ignore
    }
    if (film !== null)
      candidates.push({ row: at + 1, id: KEPT_ID.test(id) ? id : null, titleId: film.id, status, terms, states, shown, more: [] })
    return shown
  })
  return { rows, candidates }
}
