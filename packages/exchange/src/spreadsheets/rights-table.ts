/** A spreadsheet as rows of text, whatever it came as: CSV with any separator, or an Excel workbook. Formulas are never run. */
import { DocumentError } from '../documents/errors.ts'
import { DEFAULT_LIMITS } from '../documents/limits.ts'
import { CELL } from '../validate/spreadsheet/bounds.ts'
import { endOf } from './adds-up.ts'
import { headingsIn, isTold } from './list-headings.ts'
import { listRows, type ListRow, TOO_MANY_ROWS } from './list-rows.ts'
import { fittingSheet } from './list-sheet.ts'
import { guessColumns } from './rights-columns.ts'

export const TABLE_LIMITS = { bytes: 5_000_000, rows: 5_000, columns: 60, cell: CELL } as const
/** Rows of the head and of sums that may stand around those of the list. */
const AROUND = 30

export interface Table {
  headings: string[]
  /** As the spreadsheet numbers them. */
  rows: { row: number; cells: string[] }[]
  /** The rows below that add them up, by their numbers: none of the list. */
  totals: number[]
}

/** What headings mean; `ignore` for one that is not known. */
export type Guess = (headings: readonly string[]) => readonly string[]

/** A table with more rows than are read at once. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows'
  readonly limit = TABLE_LIMITS.rows
}

/**
 * Reads a list. Its headings are the row, or the two rows, of the first fifteen of which most are known, else the first that is not empty:
 * the name of the list or a date may stand before. A list that begins with what it tells has none: its columns are called A, B, C. Of a workbook with several sheets the one is read whose headings are known. Rows
 * below that add up those above them are none of the list.
 *
 * @param guess of another list than one of rights
 * @throws DocumentError when it is no spreadsheet, too large or damaged
 * @throws TooManyRows
 */
export async function readTable(bytes: Uint8Array, guess: Guess = guessColumns): Promise<Table> {
  const { rows, findings } = await listRows(bytes, {
    sheetOf: (book) => fittingSheet(book, (first) => headOf(first, guess).known),
    bytes: TABLE_LIMITS.bytes,
    limits: { ...DEFAULT_LIMITS, archiveBytes: TABLE_LIMITS.bytes },
    rows: TABLE_LIMITS.rows + AROUND,
    errors: true,
  })
  if (findings.some(({ rule }) => rule === TOO_MANY_ROWS)) throw new TooManyRows()
  const { headings, rows: until } = headOf(rows, guess)
  if (headings.length === 0) throw new DocumentError('empty')
  const below = rows.slice(until)
  const end = endOf(below, guess(headings))
  const filled = below.slice(0, end)
  if (filled.length > TABLE_LIMITS.rows) throw new TooManyRows()
  const width = Math.min(TABLE_LIMITS.columns, headings.findLastIndex((heading) => heading !== '') + 1)
  const fit = (cell: (at: number) => string | undefined) => Array.from({ length: width }, (_, at) => cell(at) ?? '')
  return {
    headings: fit((at) => headings[at]),
    rows: filled.map(({ row, cells }) => ({ row, cells: fit((at) => cells.get(at)?.replace(DAY_OF_MOMENT, '$1')) })),
    totals: below.slice(end).map(({ row }) => row),
  }
}

/** A day with a time is meant as the day. */
const DAY_OF_MOMENT = /^(\d{4}-\d\d-\d\d)T[\d:.]+$/

function headOf(rows: readonly ListRow[], guess: Guess): { headings: string[]; rows: number; known: number } {
  let best = { headings: [] as string[], rows: 0, known: 0 }
  for (const { headings, rows: until } of headingsIn(rows)) {
    const known = guess(headings).filter((column) => column !== 'ignore').length
    if (best.rows === 0 || known > best.known) best = { headings, rows: until, known }
  }
  const [first] = rows
  if (best.known === 0 && first !== undefined && isTold(first)) {
    const width = Math.min(TABLE_LIMITS.columns, Math.max(...rows.flatMap(({ cells }) => [...cells.keys()])) + 1)
    return { headings: Array.from({ length: width }, (_, at) => columnLetters(at)), rows: 0, known: 0 }
  }
  return best
}

/** A, B, … Z, AA: as spreadsheets call their columns. */
const columnLetters = (at: number): string =>
  (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
