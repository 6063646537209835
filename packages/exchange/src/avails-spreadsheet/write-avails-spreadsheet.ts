/** Avails as the spreadsheet 1.9 that platforms exchange by mail. */
import type { FileHandle } from 'node:fs/promises'
import type { Avail } from '../avails/avail.ts'
import { csvLine } from '../spreadsheets/table.ts'
import { MOVIE_COLUMNS, REMARKS, TV_COLUMNS, type Column } from './columns.ts'
import { joinSheets } from './join-sheets.ts'
import { rowsOf } from './write-rows.ts'

export const SPREADSHEET_VERSION = '1.9'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type SheetKind = 'movies' | 'tv'

export interface SpreadsheetWritten {
  fileName: string
  mediaType: string
  bytes: Uint8Array
  /** Avails that are not of this kind of sheet: series among films, films among series. */
  left: Avail[]
}

/** Which sheet an avail stands in: the standard has one for films and one for series. */
export const kindOf = ({ asset }: Avail): SheetKind =>
  ['Series', 'Season', 'Episode', 'Volume'].includes(asset.workType) ? 'tv' : 'movies'

/**
 * A workbook of one sheet, or the same as CSV. Every text is stored as text, so that none can become a formula.
 *
 * @example
 * await writeAvailsSpreadsheet(avails, { kind: 'movies', as: 'xlsx' })
 */
export async function writeAvailsSpreadsheet(
  avails: readonly Avail[],
  { kind, as }: { kind: SheetKind; as: 'xlsx' | 'csv' },
): Promise<SpreadsheetWritten> {
  const columns = kind === 'tv' ? TV_COLUMNS : MOVIE_COLUMNS
  const mine = avails.filter((avail) => kindOf(avail) === kind)
  const rows = allRows(mine, columns)
  const bytes = as === 'csv' ? csvOf(rows) : await xlsxOf(rows, kind, columns)
  return {
    fileName: `avails-${kind}-${SPREADSHEET_VERSION}.${as}`,
    mediaType: as === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
    bytes,
    left: avails.filter((avail) => kindOf(avail) !== kind),
  }
}

/** The same workbook of one sheet, of avails that come film by film and are not kept. Those of the other kind are passed over. */
export async function writeAvailsSpreadsheetOf(
  films: AsyncIterable<readonly Avail[]>,
  kind: SheetKind,
): Promise<{ fileName: string; mediaType: string; pieces: AsyncIterable<Uint8Array> }> {
  const columns = kind === 'tv' ? TV_COLUMNS : MOVIE_COLUMNS
  async function* rows(): AsyncGenerator<Row> {
    yield* headOf(columns)
    for await (const avails of films) {
      const mine = avails.filter((avail) => kindOf(avail) === kind)
      for (const row of rowsOf(mine, columns)) yield row.map(clean)
    }
  }
  return {
    fileName: `avails-${kind}-${SPREADSHEET_VERSION}.xlsx`,
    mediaType: XLSX,
    pieces: await sheetStream(rows(), kind, columns),
  }
}

/**
 * The same of both kinds in one pass: films on a sheet, series on another, each where there are any. The sheet of films is made as they
 * come; the rows of series wait in a file until all of it is read, and become a sheet then.
 *
 * @param apart makes an empty file to write to and read from, which is gone when it is closed
 */
export function writeAvailsWorkbookOf(
  films: AsyncIterable<readonly Avail[]>,
  apart: () => Promise<FileHandle>,
): {
  mediaType: string
  pieces: AsyncIterable<Uint8Array>
  /** Known when the last piece is. */
  fileName: () => string
} {
  let fileName = ''
  async function* pieces(): AsyncGenerator<Uint8Array> {
    await using rows = await apart()
    await using movies = await apart()
    await using tv = await apart()
    const seen = { movies: 0, tv: 0 }
    async function* ofFilms(): AsyncGenerator<Avail[]> {
      for await (const avails of films) {
        const { movies: mine = [], tv: others = [] } = Object.groupBy(avails, kindOf)
        seen.movies += mine.length
        seen.tv += others.length
        const lines = [...rowsOf(others, TV_COLUMNS)].map((row) => `${onOneLine(row)}\n`)
        if (lines.length > 0) await rows.appendFile(lines.join(''))
        yield mine
      }
    }
    const { pieces: sheet, fileName: named } = await writeAvailsSpreadsheetOf(ofFilms(), 'movies')
    for await (const piece of sheet) await movies.appendFile(piece)
    fileName = named
    if (seen.tv === 0) return yield* wholeOf(movies)
    for await (const piece of await sheetStream(seriesIn(rows), 'tv', TV_COLUMNS)) await tv.appendFile(piece)
    fileName = `avails-${seen.movies === 0 ? 'tv-' : ''}${SPREADSHEET_VERSION}.xlsx`
    yield* seen.movies === 0 ? wholeOf(tv) : joinSheets(movies, tv)
  }
  return { mediaType: XLSX, pieces: pieces(), fileName: () => fileName }
}

const wholeOf = (file: FileHandle): AsyncIterable<Uint8Array> => file.createReadStream({ start: 0, autoClose: false })

/** As JSON, which leaves the separators of lines and paragraphs as they are, where a reader of lines ends one at them. */
const onOneLine = (row: Row): string =>
  JSON.stringify(row).replaceAll(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'))

async function* seriesIn(rows: FileHandle): AsyncGenerator<Row> {
  yield* headOf(TV_COLUMNS)
  for await (const line of rows.readLines({ start: 0, autoClose: false })) yield (JSON.parse(line) as Row).map(clean)
}

/** All of them in one workbook: films on a sheet, series on another, each where there are any. */
export async function writeAvailsWorkbook(avails: readonly Avail[]): Promise<SpreadsheetWritten> {
  const kinds = (['movies', 'tv'] as const).filter((kind) => avails.some((avail) => kindOf(avail) === kind))
  if (kinds.length < 2) return writeAvailsSpreadsheet(avails, { kind: kinds[0] ?? 'movies', as: 'xlsx' })
  const { writeXlsx } = await import('hucre/xlsx')
  const sheets = kinds.map((kind) => {
    const columns = kind === 'tv' ? TV_COLUMNS : MOVIE_COLUMNS
    const mine = avails.filter((avail) => kindOf(avail) === kind)
    return { ...lookOf(kind, columns), rows: [...allRows(mine, columns)] }
  })
  return { fileName: `avails-${SPREADSHEET_VERSION}.xlsx`, mediaType: XLSX, bytes: await writeXlsx({ sheets }), left: [] }
}

type Row = (string | number | null)[]

/** Groups, names, remarks, then the avails. The first cell of the remarks has the version, as in the template. */
function* allRows(avails: readonly Avail[], columns: readonly Column[]): Generator<Row> {
  yield* headOf(columns)
  for (const row of rowsOf(avails, columns)) yield row.map(clean)
}

function* headOf(columns: readonly Column[]): Generator<Row> {
  yield columns.map(({ group }) => group)
  yield columns.map(({ name }) => name)
  yield columns.map(({ flag }, at) => (at === 0 ? SPREADSHEET_VERSION : REMARKS[flag] || null))
}

// oxlint-disable-next-line no-control-regex -- XML 1.0 cannot hold control characters, and a cell holds so many letters
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const LONGEST_CELL = 32_767
const clean = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' ? cell.replace(IMPOSSIBLE, '').slice(0, LONGEST_CELL) : cell

async function xlsxOf(rows: Iterable<Row>, kind: SheetKind, columns: readonly Column[]): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await sheetStream(rows, kind, columns)).arrayBuffer())
}

async function sheetStream(rows: Iterable<Row> | AsyncIterable<Row>, kind: SheetKind, columns: readonly Column[]) {
  const { writeXlsxStream } = await import('hucre/xlsx')
  return writeXlsxStream(rows, { ...lookOf(kind, columns), repeatHeaders: false })
}

const lookOf = (kind: SheetKind, columns: readonly Column[]) => ({
  name: kind === 'tv' ? 'TV' : 'Movies',
  columns: columns.map(({ name }) => ({ width: Math.max(10, name.length + 2) })),
  freezePane: { rows: 3 },
})

function csvOf(rows: Iterable<Row>): Uint8Array {
  const lines: string[] = []
  for (const row of rows) lines.push(csvLine(row, ','))
  return new TextEncoder().encode(`\ufeff${lines.join('')}`)
}
