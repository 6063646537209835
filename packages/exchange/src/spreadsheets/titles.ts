/** Lists of films as spreadsheets, out with chosen columns and in under anybody's headings. */
import type { Carries, FilmOut, Format, WriteOptions, Written } from '../formats/format.ts'
import { TITLE_COLUMNS, type ListedTitle, type TitleColumn } from './titles-columns.ts'
import { readTitles } from './read-titles.ts'
import { titlesLosses } from './titles-losses.ts'
import { titlesCsv } from './titles-csv.ts'
import { titlesXlsx } from './titles-xlsx.ts'

/** What comes back equal; docs/exchange.md says which part where it is `part`. */
export const LIST_CARRIES: Carries = {
  title: 'part',
  titles: 'part',
  originalTitle: 'whole',
  otherTitles: 'part',
  lead: 'part',
  logline: 'part',
  shortSynopsis: 'part',
  synopsis: 'part',
  directorsNote: 'part',
  biography: 'part',
  year: 'whole',
  cuts: 'part',
  versions: 'part',
  originalLanguages: 'part',
  directors: 'whole',
  productionCompanies: 'whole',
  coProducers: 'whole',
  broadcasters: 'whole',
  supporters: 'whole',
  producers: 'whole',
  credits: 'part',
  countries: 'whole',
  genres: 'whole',
  themes: 'whole',
  keywords: 'whole',
  places: 'whole',
  period: 'part',
  festivals: 'part',
  pressQuotes: 'part',
  formats: 'whole',
  advisories: 'whole',
  ratings: 'whole',
  identifiers: 'part',
  trailer: 'whole',
  contacts: 'part',
  collections: 'whole',
  pictures: 'part',
}

/** The columns that were asked for, in their order; all of them when none was. */
export function chosenColumns(keys: readonly string[] | undefined): readonly TitleColumn[] {
  if (keys === undefined || keys.length === 0) return TITLE_COLUMNS
  return [...new Set(keys)].map((key) => {
    const column = TITLE_COLUMNS.find((one) => one.key === key)
    if (column === undefined) throw new RangeError(`A list has no column ${key}`)
    return column
  })
}

/** A film as its row is made of it. */
export const listed = ({ id, status, sheet, url }: FilmOut): ListedTitle => ({ id, status: status ?? null, sheet, url })
async function writeCsv(films: readonly FilmOut[], { locale, columns }: WriteOptions): Promise<Written> {
  const lines = await Array.fromAsync(titlesCsv(films.map(listed), { locale, columns: chosenColumns(columns) }))
  return {
    fileName: 'titles.csv',
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(lines.join('')),
    losses: titlesLosses(films, chosenColumns(columns), locale),
  }
}

async function writeXlsx(films: readonly FilmOut[], { locale, columns }: WriteOptions): Promise<Written> {
  return {
    fileName: 'titles.xlsx',
    mediaType: TITLES_XLSX.mediaType,
    bytes: await titlesXlsx(films.map(listed), { locale, columns: chosenColumns(columns) }),
    losses: titlesLosses(films, chosenColumns(columns), locale),
  }
}

export const TITLES_CSV: Format = {
  id: 'titles-csv',
  extension: 'csv',
  mediaType: 'text/csv',
  versions: [],
  carries: LIST_CARRIES,
  write: writeCsv,
  read: readTitles('titles-csv'),
}

export const TITLES_XLSX: Format = {
  id: 'titles-xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  versions: [],
  carries: LIST_CARRIES,
  write: writeXlsx,
  read: readTitles('titles-xlsx'),
}
