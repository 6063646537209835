/**
 * What a column of a list of films can hold, and what its heading says it holds: the labels that the sheet reader knows in its
 * languages, and the names that our own lists have in theirs.
 *
 * A column is `title`, `credit:music`, `ignore`, or, for titles and texts, with their language: `synopsis@fr`.
 */
import { CREDIT_ROLES, THEMES } from '@vitrine/catalogue'
import { headingsLanguage, readHeading } from '@vitrine/catalogue/reader/labels/heading'
import { labelLanguages } from '@vitrine/catalogue/reader/labels/match'
import type { CellField, OwnWords } from '@vitrine/catalogue/reader/read-cells'
import { LOCALES } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { nameOf } from '@vitrine/messages/vocabulary'
import { plainWords } from './guess-columns.ts'
import { TITLE_COLUMNS } from './titles-columns.ts'

/** For each column the field of the sheet reader by which its cells are read. */
const FIELDS: Readonly<Record<string, CellField>> = {
  title: 'title',
  originalTitle: 'originalTitle',
  otherTitles: 'otherTitle',
  year: 'year',
  lengths: 'duration',
  episodes: 'episodes',
  directors: 'director',
  producers: 'producer',
  productionCompanies: 'production',
  coProducers: 'coProducer',
  broadcasters: 'broadcaster',
  supporters: 'supporter',
  credits: 'credits',
  countries: 'country',
  originalLanguages: 'language',
  versions: 'versions',
  subtitles: 'subtitles',
  genres: 'genre',
  themes: 'theme',
  keywords: 'keyword',
  places: 'place',
  period: 'period',
  lead: 'lead',
  leadWrittenOn: 'leadWrittenOn',
  logline: 'logline',
  shortSynopsis: 'shortSynopsis',
  synopsis: 'synopsis',
  directorsNote: 'directorsNote',
  biography: 'biography',
  festivals: 'festivals',
  awards: 'awards',
  press: 'press',
  formats: 'formatOrLength',
  advisories: 'advisory',
  ratings: 'rating',
  isan: 'isan',
  eidr: 'eidr',
  imdb: 'imdb',
  tmdb: 'tmdb',
  wikidata: 'wikidata',
  reference: 'reference',
  trailer: 'trailer',
  contacts: 'contact',
  collections: 'collections',
  ...Object.fromEntries(CREDIT_ROLES.filter((role) => role !== 'other').map((role) => [`credit:${role}`, `credit:${role}`])),
}
/** Those of which a list may have one for each language. */
export const SPOKEN_COLUMNS = ['title', 'lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'] as const

/** Everything that a column can be said to hold, languages aside. */
export const FILM_COLUMNS: readonly string[] = ['ignore', ...Object.keys(FIELDS)]

const COLUMN = /^([a-zA-Z]+(?::[a-z-]+)?)(?:@([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?$/

/** Can a column hold this? */
export function isFilmColumn(text: string): boolean {
  const [, key = '', language] = COLUMN.exec(text) ?? []
  return FILM_COLUMNS.includes(key) && (language === undefined || (SPOKEN_COLUMNS as readonly string[]).includes(key))
}

/** The reader's field of a column, and the language that it names; null for one that is not read. */
export function fieldOf(column: string, heading: string): { field: CellField; language: string | null } | null {
  const [key = '', language = null] = column.split('@')
  const either = EITHER[key]
  const field = either !== undefined && readHeading(heading)?.field === either ? either : FIELDS[key]
  return field === undefined ? null : { field, language }
}
/** Under "Image" and "Sound" stand names or formats: each cell shows which. */
const EITHER: Readonly<Record<string, CellField>> = { 'credit:photography': 'imageOrFormat', 'credit:sound': 'soundOrFormat' }

/** The reader's fields that have no column of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  saleTitle: 'title',
  cuts: 'lengths',
  productionCompany: 'productionCompanies',
  producedBy: 'productionCompanies',
  originalLanguage: 'originalLanguages',
  premiere: 'festivals',
  format: 'formats',
  soundOrFormat: 'credit:sound',
  imageOrFormat: 'credit:photography',
  email: 'contacts',
  phone: 'contacts',
  website: 'contacts',
}
const COLUMN_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FIELDS).map(([column, field]): [string, string] => [field, column]),
  ...Object.entries(ELSEWHERE),
])

/** The names that our own lists have over their columns. */
const OWN: ReadonlyMap<string, string> = new Map(
  LOCALES.flatMap((locale) =>
    TITLE_COLUMNS.map(({ key }): [string, string] => [
      plainWords(spreadsheetWords[locale][key]),
      FIELDS[key] === undefined ? 'ignore' : key,
    ]),
  ),
)
/** Own names that the trade uses otherwise as well: what the reader makes of them counts, unless the whole list is one of our own. */
const AMBIGUOUS = new Set(['page', 'pictures', 'images', 'status', 'etat'])
/** So many headings of a list, all of them our own names, are no chance. */
const SURELY_OWN = 8
const isOwn = (headings: readonly string[]): boolean => {
  const words = headings.map(plainWords)
  return words.length >= SURELY_OWN && words.every((one) => OWN.has(one))
}
/** A second column of these says something else than the first, and is not guessed. */
const ONCE: ReadonlySet<string> = new Set(['title', 'originalTitle', 'year', 'isan', 'eidr', 'imdb', 'tmdb', 'wikidata', 'reference', 'period', 'trailer', 'leadWrittenOn', 'episodes']) // prettier-ignore

/**
 * What stands below each heading, and the language of the list where its headings tell it.
 *
 * @example
 * guessFilmColumns(['Titre', 'Année', 'Synopsis (EN)']) // { columns: ['title', 'year', 'synopsis@en'], language: 'fr' }
 */
export function guessFilmColumns(headings: readonly string[]): { columns: string[]; language: string | null } {
  const language = headingsLanguage(headings, labelLanguages)
  const taken = new Set<string>()
  const own = isOwn(headings)
  const guessed = headings.map((heading) => guess(heading, language, own))
  // What is said plainly is given before what was guessed from a misspelt word
  const columns: string[] = headings.map(() => 'ignore')
  for (const plainly of [true, false])
    guessed.forEach((one, at) => {
      if (one === null || one.plainly !== plainly) return
      if (taken.has(one.column) && (ONCE.has(one.column) || one.column.includes('@')))
        columns[at] = one.column === 'title' ? 'otherTitles' : 'ignore'
      else columns[at] = one.column
      taken.add(one.column)
    })
  return { columns, language }
}

function guess(heading: string, language: string | null, isOwnList: boolean): { column: string; plainly: boolean } | null {
  const words = plainWords(heading)
  if (words === '') return null
  const own = OWN.get(words)
  if (own !== undefined && (isOwnList || !AMBIGUOUS.has(words))) return { column: own, plainly: true }
  const read = readHeading(heading, language)
  if (read === null) return null
  const column = COLUMN_OF.get(read.field)
  if (column === undefined) return null
  return { column: read.language === null ? column : `${column}@${read.language}`, plainly: read.plainly }
}

/** What our own lists call the roles of credits and the themes. */
export const OWN_WORDS: OwnWords = {
  roles: new Map(
    LOCALES.flatMap((locale) =>
      CREDIT_ROLES.filter((role) => role !== 'other').map(
        (role) => [nameOf(locale, 'credit', role).toLowerCase(), role] as const,
      ),
    ),
  ),
  themes: new Map(
    LOCALES.flatMap((locale) => THEMES.map((theme) => [nameOf(locale, 'theme', theme).toLowerCase(), theme] as const)),
  ),
}
