/** A spreadsheet as rows of text, whatever it came as: CSV with any separator, or an Excel workbook. Formulas are never run. */
import { decodeText } from '../documents/encoding.ts'
import { DocumentError } from '../documents/errors.ts'
import { DEFAULT_LIMITS, megabytes } from '../documents/limits.ts'
import { openZip } from '../documents/zip.ts'
import { openWorkbook, workbookIn } from '../validate/spreadsheet/workbook.ts'
import { plainCell } from './csv-cell.ts'
import { fittingSheet } from './list-sheet.ts'
import type { ListRow } from './list-rows.ts'
import { guessColumns } from './rights-columns.ts'

export const TABLE_LIMITS = { bytes: 5_000_000, rows: 5_000, columns: 60, cell: 32_767 } as const

export interface Table {
  headings: string[]
  /** As the spreadsheet numbers them. */
  rows: { row: number; cells: string[] }[]
}

/** What headings mean; `ignore` for one that is not known. */
export type Guess = (headings: readonly string[]) => readonly string[]

/** A table with more rows than are read at once. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows'
  readonly limit = TABLE_LIMITS.rows
}

/**
 * Reads a list. The first row that is not empty has the headings. Of a workbook with several sheets the one is read whose headings are
 * known.
 *
 * @param guess of another list than one of rights
 * @throws DocumentError when it is no spreadsheet, too large or damaged
 * @throws TooManyRows
 */
export async function readTable(bytes: Uint8Array, guess: Guess = guessColumns): Promise<Table> {
  if (bytes.byteLength === 0) throw new DocumentError('empty')
  if (bytes.byteLength > TABLE_LIMITS.bytes) throw new DocumentError('too-large', { limit: megabytes(TABLE_LIMITS.bytes) })
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = (zipped ? await workbookRows(bytes, guess) : await csvRows(bytes)).map((cells, at) => ({ row: at + 1, cells }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const head = filled.shift()
  if (head === undefined) throw new DocumentError('empty')
  if (filled.length > TABLE_LIMITS.rows) throw new TooManyRows()
  const width = Math.min(TABLE_LIMITS.columns, head.cells.findLastIndex((cell) => cell !== '') + 1)
  const fit = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return { headings: fit(head.cells), rows: filled.map(({ row, cells }) => ({ row, cells: fit(cells) })) }
}

async function csvRows(bytes: Uint8Array): Promise<string[][]> {
  const { parseCsv } = await import('hucre/csv')
  // neither an old workbook (OLE) nor a picture is text
  if (bytes.subarray(0, 4_096).some((byte, at, head) => byte === 0 && head[at + 1] === 0)) throw new DocumentError('unknown-type')
  const { text } = decodeText(bytes)
  return parseCsv(text, { maxRows: TABLE_LIMITS.rows * 2 }).map((row) => row.map((cell) => plainCell(textOf(cell))))
}

async function workbookRows(bytes: Uint8Array, guess: Guess): Promise<string[][]> {
  // every part is inflated once under the limits of documents, so that none can be a bomb
  const zip = openZip(bytes, { ...DEFAULT_LIMITS, archiveBytes: TABLE_LIMITS.bytes })
  if (!zip.entries.some(({ name }) => name === 'xl/workbook.xml')) throw new DocumentError('unknown-type')
  for (const entry of zip.entries) if (!entry.directory) zip.read(entry)
  const known = ([head]: readonly ListRow[]) =>
    head === undefined ? 0 : guess([...head.cells.values()]).filter((column) => column !== 'ignore').length
  const sheet = fittingSheet(workbookIn(openWorkbook(bytes)), known)
  const { readXlsx } = await import('hucre/xlsx')
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [sheet], maxRows: TABLE_LIMITS.rows * 2 })
    return (sheets[0]?.rows ?? []).map((row) => Array.from(row, textOf))
  } catch {
    throw new DocumentError('damaged')
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value as string | number)
    .slice(0, TABLE_LIMITS.cell)
    .trim()
}
