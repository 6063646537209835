/** The rows of the sheets of a workbook (Excel's or OpenDocument's), or of a CSV, one after another, under limits. Formulas are never run. */
import { decodeText } from '../documents/encoding.ts'
import { DocumentError } from '../documents/errors.ts'
import { DEFAULT_LIMITS } from '../documents/limits.ts'
import { openZip } from '../documents/zip.ts'
import { plainCell } from '../spreadsheets/csv-cell.ts'
import { MOST_STRINGS } from '../validate/spreadsheet/bounds.ts'
import { isOpenDocument, openDocumentIn } from '../validate/spreadsheet/open-document.ts'
import type { Workbook } from '../validate/spreadsheet/workbook.ts'
import type { Cell } from './cells.ts'

/** A sheet of avails repeats itself row after row, and packs well: more than other documents may. */
const LIMITS = { ...DEFAULT_LIMITS, archiveBytes: 50_000_000, inflatedBytes: 400_000_000, ratio: 1_000 }
/** Six empty rows in a row end a sheet, as MovieLabs' own tools have it. */
const EMPTY_ROWS_AT_THE_END = 6
export const MOST_ROWS = 200_000
const MOST_COLUMNS = 300
const MOST_SHEETS = 20

export interface SheetRow {
  /** 1-based, as the spreadsheet numbers it. */
  row: number
  cells: Cell[]
}

export interface OpenSheet {
  name: string
  is1904: boolean
  rows: AsyncIterable<SheetRow>
}

/**
 * Opens the sheets of a file; their rows are read as they are asked for.
 *
 * @throws DocumentError when it is no spreadsheet, too large or damaged
 */
export function openSheets(bytes: Uint8Array): OpenSheet[] {
  if (bytes.byteLength === 0) throw new DocumentError('empty')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return [{ name: 'CSV', is1904: false, rows: untilEmpty(csvRows(bytes)) }]
  if (bytes.byteLength > LIMITS.archiveBytes) throw new DocumentError('zip-bomb')
  const zip = openZip(bytes, LIMITS)
  if (isOpenDocument(zip)) {
    const book = openDocumentIn(zip)
    return book.sheets
      .slice(0, MOST_SHEETS)
      .map(({ name }, at) => ({ name, is1904: false, rows: untilEmpty(openDocumentRows(book, at)) }))
  }
  const workbook = zip.entries.find(({ name }) => name === 'xl/workbook.xml')
  if (workbook === undefined) throw new DocumentError('unknown-type')
  // every part is inflated once under the limits, so that none can be a bomb
  let text = ''
  for (const entry of zip.entries) {
    if (entry.directory) continue
    const content = zip.read(entry)
    // the reader of rows keeps the texts that cells share, wherever they stand, and an empty one takes six bytes of a file
    refuseManyStrings(content)
    if (entry === workbook) text = new TextDecoder().decode(content)
  }
  const is1904 = /\bdate1904="(?:1|true)"/.test(text)
  const names = [...text.matchAll(/<(?:\w+:)?sheet\b[^>]*\bname="([^"]{1,100})"/g)].map((match) => match[1]!)
  return names.slice(0, MOST_SHEETS).map((name, at) => ({ name, is1904, rows: untilEmpty(workbookRows(bytes, at)) }))
}

/** Elements `si`, whatever prefix they are written with: readers go by the name behind it. */
function refuseManyStrings(content: Uint8Array): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  let count = 0
  for (let at = bytes.indexOf('si', 1); at >= 0; at = bytes.indexOf('si', at + 2)) {
    const before = bytes[at - 1]
    if ((before === OPEN || before === COLON) && ENDS.has(bytes[at + 2]!) && ++count > MOST_STRINGS)
      throw new DocumentError('zip-bomb')
  }
}
const OPEN = 0x3c
const COLON = 0x3a
/** What may stand behind the name of an element: `/`, `>` or a space. */
const ENDS = new Set([0x2f, 0x3e, 0x20, 0x09, 0x0a, 0x0d])

/** What its cells display; it is read until its rows end, or until so many that the rest is not looked at. */
async function* openDocumentRows(book: Workbook, sheet: number): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = []
  let last = 0
  book.read(sheet, ({ row, cells: said }) => {
    if (said.length > 0) {
      last = row
      const cells: Cell[] = []
      for (const { column, text } of said) if (column < MOST_COLUMNS) cells[column] = text
      rows.push({ row, cells: Array.from(cells, (cell) => cell ?? null) })
    }
    return row < MOST_ROWS && (last === 0 || row - last <= EMPTY_ROWS_AT_THE_END)
  })
  yield* rows
}

async function* workbookRows(bytes: Uint8Array, sheet: number): AsyncGenerator<SheetRow> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet }))
      yield { row: index + 1, cells: values.slice(0, MOST_COLUMNS) }
  } catch {
    throw new DocumentError('damaged')
  }
}

async function* csvRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  // neither an old workbook (OLE) nor a picture is text
  if (bytes.subarray(0, 4_096).some((byte, at, head) => byte === 0 && head[at + 1] === 0)) throw new DocumentError('unknown-type')
  const { streamCsvRows } = await import('hucre/csv')
  let row = 0
  for (const values of streamCsvRows(decodeText(bytes).text)) {
    row += 1
    yield { row, cells: values.slice(0, MOST_COLUMNS).map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell)) }
  }
}

async function* untilEmpty(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  let last = 0
  for await (const one of rows) {
    if (one.cells.every((cell) => cell === null || cell === '')) continue
    if (last > 0 && one.row - last > EMPTY_ROWS_AT_THE_END) return
    last = one.row
    yield one
    if (one.row >= MOST_ROWS) return
  }
}
