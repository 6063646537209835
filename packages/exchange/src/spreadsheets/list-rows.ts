/** The rows of a list, whatever it came as: a CSV in any encoding with any separator, or the sheet of a workbook that has them. */
import { decodeText } from '../documents/encoding.ts'
import { DocumentError } from '../documents/errors.ts'
import { type Limits, megabytes } from '../documents/limits.ts'
import { markupAtStart, oleKind, signature } from '../documents/sniff.ts'
import { collectFindings } from '../formats/collect.ts'
import type { Finding } from '../formats/finding.ts'
import { CELL, LIST_COLUMNS, ROWS } from '../validate/spreadsheet/bounds.ts'
import { isOpenDocument, openDocumentIn } from '../validate/spreadsheet/open-document.ts'
import { columnName, openWorkbook, wholeRows, type Workbook, workbookIn } from '../validate/spreadsheet/workbook.ts'
import { plainCell } from './csv-cell.ts'
import { sheetOfFilms } from './list-sheet.ts'

/** A house of 5,000 films sends its whole list; ten times that is somebody's mistake. */
export const LIST_LIMITS = { bytes: 50_000_000, rows: 50_000, columns: LIST_COLUMNS, cell: CELL, gap: 10_000 } as const

export interface ListRow {
  /** As the spreadsheet numbers it. */
  row: number
  /** Filled cells by their column, from 0. */
  cells: ReadonlyMap<number, string>
}

export interface List {
  rows: ListRow[]
  /** `Sheet1!B12`, or `B12` of a file that has no sheets. */
  place(row: number, column: number): string
  findings: Finding[]
}

/** The finding of a list of which not every row was read. */
export const TOO_MANY_ROWS = 'list/too-many-rows'
const ERROR_CELL = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/

/** Of which list the rows are wanted, where it is none of films. */
export interface ListAsked {
  /** Which sheet of a workbook. */
  sheetOf: (book: Workbook) => number
  /** What is larger is refused. */
  bytes: number
  limits: Limits | undefined
  /** Behind so many filled rows nothing is read. */
  rows: number
  /** Also cells that show an error of the spreadsheet: where one of them left out would mean something else. */
  errors: boolean
}
const OF_FILMS: ListAsked = {
  sheetOf: sheetOfFilms,
  bytes: LIST_LIMITS.bytes,
  limits: undefined,
  rows: LIST_LIMITS.rows,
  errors: false,
}

/**
 * @throws DocumentError for what is no list, damaged, or too large
 */
export async function listRows(bytes: Uint8Array, asked: ListAsked = OF_FILMS): Promise<List> {
  if (bytes.byteLength === 0) throw new DocumentError('empty')
  if (bytes.byteLength > asked.bytes) throw new DocumentError('too-large', { limit: megabytes(asked.bytes) })
  const found = signature(bytes)
  if (found === 'zip') return workbook(bytes, asked)
  if (found !== null) throw noList(bytes, found)
  return csv(bytes, asked)
}

/** What is no list, by its name, so that whoever sent it knows what to send. */
function noList(bytes: Uint8Array, found: NonNullable<ReturnType<typeof signature>>): DocumentError {
  if (typeof found === 'object') return new DocumentError('no-list', { kind: found.kind })
  if (found !== 'ole') return new DocumentError('no-list', { kind: found === 'pdf' ? 'pdf' : 'text-document' })
  const kind = oleKind(bytes)
  return kind === 'encrypted' ? new DocumentError('encrypted') : new DocumentError('no-list', { kind })
}

/** What both kinds have in common: filled rows are kept up to the bounds, and what was left is said. */
function gather(place: List['place'], { errors, rows: most }: ListAsked) {
  const { all: findings, add } = collectFindings()
  const say = (severity: Finding['severity'], rule: string, path: string | null, values: Record<string, string> = {}) =>
    add({ severity, rule, line: null, path, values })
  const rows: ListRow[] = []
  let last = 0
  return {
    rows,
    findings,
    say,
    /** `false` where nothing more is to be read. */
    row(row: number, filled: Iterable<readonly [column: number, text: string]>): boolean {
      const cells = new Map<number, string>()
      for (const [column, whole] of filled) {
        if (whole === '') continue
        if (column >= LIST_LIMITS.columns) {
          say('notice', 'list/too-many-columns', null, { limit: String(LIST_LIMITS.columns) })
          continue
        }
        if (!errors && ERROR_CELL.test(whole)) {
          say('warning', 'list/error-cell', place(row, column), { value: whole })
          continue
        }
        if (whole.length > LIST_LIMITS.cell)
          say('warning', 'list/shortened', place(row, column), { limit: String(LIST_LIMITS.cell) })
        cells.set(column, whole.slice(0, LIST_LIMITS.cell))
      }
      if (cells.size === 0) {
        if (row - last < LIST_LIMITS.gap) return true
        say('notice', 'list/long-gap', place(row, 0), { rows: String(LIST_LIMITS.gap) })
        return false
      }
      last = row
      if (rows.length >= most) {
        say('error', TOO_MANY_ROWS, place(row, 0), { limit: String(most) })
        return false
      }
      rows.push({ row, cells })
      return true
    },
  }
}

async function csv(bytes: Uint8Array, asked: ListAsked): Promise<List> {
  if (bytes.subarray(0, 4096).some((byte, at, head) => byte === 0 && head[at + 1] === 0)) throw new DocumentError('unknown-type')
  const decoded = decodeText(bytes)
  // Accounts and old databases write a web page or XML and call it .xls; a synopsis in a cell may have tags too
  const kind = markupAtStart(decoded.text)
  if (kind !== null) throw new DocumentError('no-list', { kind: kind === 'html' ? 'web-page' : 'xml' }) // prettier-ignore
  const place: List['place'] = (row, column) => `${columnName(column)}${row}`
  const list = gather(place, asked)
  if (!['utf-8', 'utf-16le', 'utf-16be', 'ascii'].includes(decoded.encoding))
    list.say('notice', 'list/encoding', null, { encoding: decoded.encoding })
  // Excel's own line: which separator the rest has
  const told = /^sep=(.)\n/i.exec(decoded.text.slice(0, 10))
  const text = told === null ? decoded.text : decoded.text.slice(told[0].length)
  const { parseCsv } = await import('hucre/csv')
  const parsed = parseCsv(text, { delimiter: told?.[1] ?? separatorOf(text), maxRows: asked.rows + LIST_LIMITS.gap })
  const before = told === null ? 1 : 2
  for (const [at, values] of parsed.entries()) {
    const cells = values.map((value, column): [number, string] => {
      const written = typeof value === 'string' ? value : String((value as string | number | null) ?? '')
      if (/^\s*[=@]/.test(written)) list.say('notice', 'list/formula-in-text', place(at + before, column))
      return [column, plainCell(written).trim()]
    })
    if (!list.row(at + before, cells)) break
  }
  return { rows: list.rows, findings: list.findings, place }
}

/** The mark that parts the cells: the one that most of the first rows have in equal number, whatever stands above them. */
export function separatorOf(text: string): ',' | ';' | '\t' | '|' {
  const rows = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .slice(0, 20)
  const scores = ([';', '\t', ',', '|'] as const).map((mark) => {
    const counts = rows.map((row) => row.split(mark).length - 1).filter((count) => count > 0)
    const [usual, same] = [...Map.groupBy(counts, (count) => count)].reduce((best, one) => (one[1].length > best[1].length ? one : best), [0, [] as number[]]) // prettier-ignore
    return { mark, score: same.length / Math.max(1, rows.length) + Math.min(usual, 60) / 10_000 }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).mark
}

function workbook(bytes: Uint8Array, asked: ListAsked): List {
  const zip = openWorkbook(bytes, asked.limits)
  const names = zip.entries.map(({ name }) => name)
  const openDocument = isOpenDocument(zip)
  if (!openDocument && !names.includes('xl/workbook.xml')) throw new DocumentError(names.some((name) => name.startsWith('word/')) ? 'no-list' : 'unknown-type', { kind: 'text-document' }) // prettier-ignore
  const book = openDocument ? openDocumentIn(zip) : workbookIn(zip)
  const at = asked.sheetOf(book)
  const sheet = book.sheets[at]!.name
  const shown = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`
  const place: List['place'] = (row, column) => `${shown}!${columnName(column)}${row}`
  const list = gather(place, asked)
  if (names.includes('xl/vbaProject.bin')) list.say('notice', 'list/macros', null)
  if (book.sheets.length > 1) list.say('notice', 'list/other-sheets', null, { sheet })
  let last = 0
  wholeRows(book, at, ({ row, cells, hidden }) => {
    // Who numbers rows backwards or in millions writes no spreadsheet
    if (row <= last || row > ROWS) throw new DocumentError('damaged')
    last = row
    if (hidden && cells.length > 0) list.say('notice', 'list/hidden-row', place(row, 0))
    for (const { column, formula } of cells)
      if (formula !== null && formula !== '') list.say('notice', 'list/formula', place(row, column))
    return list.row(row, cells.map(({ column, text }) => [column, text])) // prettier-ignore
  })
  return { rows: list.rows, findings: list.findings, place }
}
