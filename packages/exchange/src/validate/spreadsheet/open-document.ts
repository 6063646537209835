/** The sheets of an OpenDocument spreadsheet (.ods), a row at a time, as those of an Excel workbook are read. Formulas are never run. */
import { DocumentError } from '../../documents/errors.ts'
import type { Zip } from '../../documents/zip.ts'
import { type Merge, parseXml, type SheetCell, type SheetRow, type Workbook } from './workbook.ts'

const CONTENT = 'content.xml'
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const COLUMNS = 16_384
/** Filled rows that say of themselves that they stand more than once: so many are believed. */
const REPEATED = 1_000

/** Whether an archive says that it is one. */
export function isOpenDocument(zip: Zip): boolean {
  const said = zip.entries.find(({ name, size }) => name === 'mimetype' && size < 200)
  return said !== undefined && new TextDecoder().decode(zip.read(said)).startsWith(MEDIA_TYPE)
}

/**
 * @throws DocumentError when it is damaged or a bomb; so does reading a sheet
 */
export function openDocumentIn(zip: Zip): Workbook {
  const entry = zip.entries.find(({ name }) => name === CONTENT)
  if (entry === undefined) throw new DocumentError('damaged')
  const content = zip.read(entry)
  const sheets: { name: string; hidden: boolean }[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  parseXml(content, {
    open({ name, attributes }) {
      if (name === 'style:style') style = attributes['style:name'] ?? ''
      if (name === 'style:table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      if (name === 'table:table')
        sheets.push({ name: attributes['table:name'] ?? `Sheet${sheets.length + 1}`, hidden: hiddenStyles.has(attributes['table:style-name'] ?? '') }) // prettier-ignore
    },
  })
  if (sheets.length === 0) throw new DocumentError('damaged')
  return {
    sheets,
    merges: (at) => {
      const found: Merge[] = []
      rows(content, at, () => true, found)
      return found
    },
    read: (at, onRow) => rows(content, at, onRow, []),
  }
}

const times = (text: string | undefined, most: number): number => Math.min(most, Math.max(1, Math.trunc(Number(text ?? 1)) || 1))

function rows(content: Uint8Array, wanted: number, onRow: (row: SheetRow) => boolean | void, merges: Merge[]): void {
  let sheet = -1
  let row = 0
  let column = 0
  let repeated = 1
  let hidden = false
  let cells: SheetCell[] = []
  let cell: { attributes: Record<string, string>; text: string[]; inNote: number } | null = null
  let inText = 0
  parseXml(content, {
    open({ name, attributes }) {
      if (name === 'table:table') {
        sheet += 1
        row = 0
      }
      if (sheet !== wanted) return
      if (name === 'table:table-row') {
        row += 1
        column = 0
        cells = []
        repeated = times(attributes['table:number-rows-repeated'], 1_048_576)
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
      if (sheet !== wanted) return name !== 'table:table' || sheet < wanted
      if (name === 'text:p' && cell !== null && cell.inNote === 0) inText = 0
      if (name === 'office:annotation' && cell !== null) cell.inNote -= 1
      if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && cell !== null) {
        const { attributes } = cell
        const wide = times(attributes['table:number-columns-repeated'], COLUMNS)
        const text = shown(attributes, cell.text.join('\n').trim())
        const formula = attributes['table:formula'] ?? null
        if (text !== '' || formula !== null)
          for (let at = 0; at < wide && column + at < COLUMNS; at++) cells.push({ column: column + at, text, formula })
        const [down, across] = [times(attributes['table:number-rows-spanned'], 1_048_576), times(attributes['table:number-columns-spanned'], COLUMNS)] // prettier-ignore
        if (down > 1 || across > 1) merges.push({ row, column, rows: down, columns: across })
        column += wide
        cell = null
      }
      if (name !== 'table:table-row') return true
      // A sheet ends with a million empty rows that are one, and a row that is filled is seldom meant a thousand times.
      const said = cells.length === 0 ? 1 : Math.min(repeated, REPEATED)
      for (let at = 0; at < said; at++) if (onRow({ row: row + at, cells, hidden }) === false) return false
      row += repeated - 1
      return true
    },
  })
}

/** As an Excel workbook displays it: days as ISO has them, numbers whole. */
function shown(attributes: Record<string, string>, text: string): string {
  switch (attributes['office:value-type']) {
    case 'date':
      return (attributes['office:date-value'] ?? text).replace(/T00:00:00(?:\.0+)?$/, '')
    case 'float':
      return attributes['office:value'] ?? text
    case 'boolean':
      return (attributes['office:boolean-value'] ?? text).toUpperCase()
    default:
      return text
  }
}
