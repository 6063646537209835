/** The sheets of an OpenDocument spreadsheet (.ods), as those of an Excel workbook are read. Formulas are never run. */
import { DocumentError } from '../../documents/errors.ts'
import { refuseLocked } from '../../documents/locked.ts'
import type { Zip } from '../../documents/zip.ts'
import { COLUMNS, LIST_COLUMNS, ROWS } from './bounds.ts'
import { type Merge, parseXml, type SheetCell, type SheetRow, type Workbook } from './workbook.ts'

const CONTENT = 'content.xml'
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
/** Filled rows that say of themselves that they stand more than once: so many are believed. */
const REPEATED = 1_000
/** Cells that stand there only because another says so: of the whole document so many, by what they say. */
const MOST_REPEATED = 20_000_000
/** What a repeated cell counts for, however little it says. */
const LEAST = 10

/** Whether an archive says that it is one. */
export function isOpenDocument(zip: Zip): boolean {
  const said = zip.entries.find(({ name, size }) => name === 'mimetype' && size < 200)
  return said !== undefined && new TextDecoder().decode(zip.read(said)).startsWith(MEDIA_TYPE)
}

/** As the file has it: a row or a cell that is repeated stands once. */
interface Table {
  name: string
  hidden: boolean
  rows: { row: number; times: number; hidden: boolean; cells: (SheetCell & { times: number })[] }[]
  merges: Merge[]
}

/**
 * @throws DocumentError when it is locked, damaged or a bomb; so does reading a sheet
 */
export function openDocumentIn(zip: Zip): Workbook {
  refuseLocked(zip)
  const entry = zip.entries.find(({ name }) => name === CONTENT)
  if (entry === undefined) throw new DocumentError('damaged')
  const tables = tablesOf(zip.read(entry))
  if (tables.length === 0) throw new DocumentError('damaged')
  let left = MOST_REPEATED
  const spend = ({ text, formula }: SheetCell, times: number): void => {
    left -= times * Math.max(LEAST, text.length + (formula?.length ?? 0))
    if (left < 0) throw new DocumentError('zip-bomb')
  }
  return {
    sheets: tables.map(({ name, hidden }) => ({ name, hidden })),
    merges: (at) => tables[at]!.merges,
    read: (at, onRow) => readRows(tables[at]!, onRow, spend),
  }
}

/** Every row as often as it stands there; what is repeated is paid for. */
function readRows(
  { rows }: Table,
  onRow: (row: SheetRow) => boolean | void,
  spend: (cell: SheetCell, times: number) => void,
): void {
  // prettier-ignore
  for (const { row, times, hidden, cells: said } of rows) {
    const cells = said.flatMap((cell) => {
      const { column, text, formula } = cell
      // the first that is one too many is shown, so that it is told
      const across = Math.min(cell.times, Math.max(1, LIST_COLUMNS + 1 - column))
      if (across > 1) spend(cell, across - 1)
      return Array.from({ length: across }, (_, at) => ({ column: column + at, text, formula }))
    })
    for (let at = 0; at < times; at++) {
      if (at > 0) for (const cell of cells) spend(cell, 1)
      if (onRow({ row: row + at, cells, hidden }) === false) return
    }
  }
}

const times = (text: string | undefined, most: number): number => Math.min(most, Math.max(1, Math.trunc(Number(text ?? 1)) || 1))

/** All that the tables say, in one reading. */
function tablesOf(content: Uint8Array): Table[] {
  const tables: Table[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let table: Table | null = null
  let row = 0
  let column = 0
  let repeated = 1
  let hidden = false
  let cells: Table['rows'][number]['cells'] = []
  let cell: { attributes: Record<string, string>; text: string[]; inNote: number } | null = null
  let inText = 0
  parseXml(content, {
    open({ name, attributes }) {
      if (name === 'style:style') style = attributes['style:name'] ?? ''
      if (name === 'style:table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      if (name === 'table:table') {
        table = { name: attributes['table:name'] ?? `Sheet${tables.length + 1}`, hidden: hiddenStyles.has(attributes['table:style-name'] ?? ''), rows: [], merges: [] } // prettier-ignore
        tables.push(table)
        row = 0
      }
      if (table === null) return
      if (name === 'table:table-row') {
        row += 1
        column = 0
        cells = []
        repeated = times(attributes['table:number-rows-repeated'], ROWS)
        hidden = attributes['table:visibility'] !== undefined && attributes['table:visibility'] !== 'visible'
      } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') cell = { attributes, text: [], inNote: 0 }
      else if (cell === null) return
      else if (name === 'office:annotation') cell.inNote += 1
      else if (name === 'text:p' && cell.inNote === 0) {
        inText += 1
        cell.text.push('')
      } else if (inText > 0 && (name === 'text:s' || name === 'text:tab'))
        cell.text[cell.text.length - 1] += ' '.repeat(times(attributes['text:c'], 1_000))
      else if (inText > 0 && name === 'text:line-break') cell.text.push('')
    },
    text(piece) {
      if (cell !== null && inText > 0 && cell.inNote === 0) cell.text[cell.text.length - 1] += piece
    },
    close(name) {
      if (name === 'table:table') table = null
      if (table === null) return
      if (name === 'text:p' && cell !== null && cell.inNote === 0) inText = 0
      if (name === 'office:annotation' && cell !== null) cell.inNote -= 1
      if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && cell !== null) {
        const { attributes } = cell
        const wide = times(attributes['table:number-columns-repeated'], COLUMNS)
        const text = shown(attributes, cell.text.join('\n').trim())
        const formula = attributes['table:formula'] ?? null
        if ((text !== '' || formula !== null) && column < COLUMNS)
          cells.push({ column, text, formula, times: Math.min(wide, COLUMNS - column) })
        const [down, across] = [times(attributes['table:number-rows-spanned'], ROWS), times(attributes['table:number-columns-spanned'], COLUMNS)] // prettier-ignore
        if (down > 1 || across > 1) table.merges.push({ row, column, rows: down, columns: across })
        column += wide
        cell = null
      }
      if (name !== 'table:table-row') return
      // A sheet ends with a million empty rows that are one, and a row that is filled is seldom meant a thousand times.
      table.rows.push({ row, times: cells.length === 0 ? 1 : Math.min(repeated, REPEATED), hidden, cells })
      row += repeated - 1
    },
  })
  return tables
}

/** As an Excel workbook displays it: days as ISO has them, numbers whole. */
function shown(attributes: Record<string, string>, text: string): string {
  switch (attributes['office:value-type']) {
    case 'date':
      return (attributes['office:date-value'] ?? text).replace(/T00:00:00(?:\.0+)?$/, '')
    case 'float':
    case 'currency':
      return attributes['office:value'] ?? text
    case 'boolean':
      return (attributes['office:boolean-value'] ?? text).toUpperCase()
    default:
      return text
  }
}
