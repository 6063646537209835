/** A long table as CSV or as an Excel workbook, written page by page: no more than a page of its rows and the file are held. */
import type { Locale } from '@vitrine/messages/locale'
import { type Cell, csvLine, separatorFor, sheetCell, sheetName, type Table } from './table.ts'

export type TableHead = Pick<Table, 'name' | 'columns'>
export type TablePages = AsyncIterable<readonly (readonly Cell[])[]>

/**
 * As `tableCsv`, a piece for each page.
 *
 * @example
 * for await (const piece of csvPieces({ name: 'Films', columns }, pages, 'en')) await file.write(piece)
 */
export async function* csvPieces({ columns }: TableHead, pages: TablePages, locale: Locale): AsyncGenerator<Uint8Array> {
  const separator = separatorFor(locale)
  const encoder = new TextEncoder()
  yield encoder.encode(`\ufeff${csvLine(columns.map(({ heading }) => heading), separator)}`) // prettier-ignore
  for await (const rows of pages) yield encoder.encode(rows.map((row) => csvLine(row, separator)).join(''))
}

/** As `tableXlsx`, in the pieces that its archive comes in. */
export async function* xlsxPieces({ name, columns }: TableHead, pages: TablePages): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  async function* lines(): AsyncGenerator<Cell[]> {
    yield columns.map(({ heading }) => heading)
    for await (const rows of pages) for (const row of rows) yield row.map(sheetCell)
  }
  const look = { name: sheetName(name), columns: columns.map(({ width }) => ({ width })), freezePane: { rows: 1 } }
  yield* writeXlsxStream(lines(), { ...look, repeatHeaders: false })
}
