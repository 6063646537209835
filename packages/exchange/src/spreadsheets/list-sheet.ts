/** Which sheet of a workbook is the list that is meant: a cover, a page of notes or of prices may stand before it. */
import { firstRows, wholeRows, type Workbook } from '../validate/spreadsheet/workbook.ts'
import { findHead } from './list-headings.ts'
import type { ListRow } from './list-rows.ts'

const LOOKED_AT = 20
/** So many rows of each are looked at. */
const HEAD = 15

/**
 * The first sheet under whose headings films stand. One word may be a heading by chance: a sheet with two that are known goes before; more
 * may stand on one that only adds to the first, as credits do.
 */
export const sheetOfFilms = (book: Workbook): number => fittingSheet(book, knownHeadings, 2)

/**
 * The sheet of which most headings are known, of those that are shown; else of those that are hidden; else the first.
 *
 * @param count how many headings are known among these first rows
 * @param enough of sheets with so many the first
 */
export function fittingSheet(book: Workbook, count: (rows: readonly ListRow[]) => number, enough = Infinity): number {
  if (book.sheets.length === 1) return 0
  const heads = book.sheets.slice(0, LOOKED_AT).map(({ hidden }, at) => ({ at, hidden, known: count(rowsOf(book, at)) }))
  for (const kind of [false, true]) {
    const fits = heads.filter(({ hidden, known }) => hidden === kind && known > 0)
    const most = Math.min(enough, Math.max(...fits.map(({ known }) => known)))
    const first = fits.find(({ known }) => known >= most)
    if (first !== undefined) return first.at
  }
  return 0
}

/** The filled ones of a sheet's first rows. */
export const rowsOf = (book: Workbook, sheet: number): ListRow[] =>
  firstRows(book, sheet, HEAD, (at, onRow) => wholeRows(book, at, onRow))
    .filter(({ cells }) => cells.length > 0)
    .map(({ row, cells }) => ({ row, cells: new Map(cells.map(({ column, text }) => [column, text])) }))

const knownHeadings = (rows: readonly ListRow[]): number =>
  findHead(rows)?.columns.filter((column) => column !== 'ignore').length ?? 0
