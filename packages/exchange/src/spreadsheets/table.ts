// oxlint-disable no-control-regex -- XML 1.0 cannot hold control characters
/** Any table as CSV or as an Excel workbook, in which no text can become a formula. */
import type { Locale } from '@vitrine/messages/locale'
import { csvCell } from './csv-cell.ts'

const LONGEST_CELL = 32_767 // characters; Excel's own limit

export type Cell = string | number | null
export interface Table {
  name: string // of the workbook's sheet
  columns: readonly { heading: string; width: number }[]
  rows: readonly (readonly Cell[])[]
}

/** The sign between two cells: in French a semicolon, as spreadsheets expect it there. */
export const separatorFor = (locale: Locale): ',' | ';' => (locale === 'fr' ? ';' : ',')

export const csvLine = (cells: readonly Cell[], separator: ',' | ';' | '\t'): string =>
  `${cells.map((value) => csvCell(value, separator)).join(separator)}\r\n`

/**
 * A table as CSV, with the byte order mark by which spreadsheets know UTF-8.
 *
 * @example
 * tableCsv({ name: 'Films', columns: [{ heading: 'Title', width: 30 }], rows: [['=1+1']] }, 'en') // "\ufeffTitle\r\n'=1+1\r\n"
 */
export function tableCsv(table: Table, locale: Locale): string {
  const separator = separatorFor(locale)
  return `\ufeff${[table.columns.map(({ heading }) => heading), ...table.rows].map((row) => csvLine(row, separator)).join('')}`
}

/** A table as an Excel workbook: every text is stored as text. */
export async function tableXlsx({ name, columns, rows }: Table): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: columns.map(({ width }) => ({ width })),
        rows: [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(sheetCell))],
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** What Excel takes for a sheet's name. */
export const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** What a cell of a workbook can hold of a value. */
export const sheetCell = (value: Cell): Cell =>
  typeof value === 'string'
    ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, LONGEST_CELL)
    : value
