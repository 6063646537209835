/**
 * The sheets of an Excel workbook, a row at a time: what its cells display, and which of them hold a formula. Formulas
 * are never run. The parts are inflated under the limits of archives, and read as a stream, so that a million rows take no
 * more memory than one.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { DocumentError } from '../../documents/errors.ts'
import { DEFAULT_LIMITS, type Limits } from '../../documents/limits.ts'
import { openZip, type Zip } from '../../documents/zip.ts'
import { CELL, COLUMNS, LIST_COLUMNS, MOST_STRINGS } from './bounds.ts'
import { numberFormats, shown, type NumberKind } from './number-format.ts'

export interface SheetCell {
  /** 0-based. */
  column: number
  /** As it is displayed: days as `2026-05-31`, with a time as `2026-05-31T20:30:00`, durations as `01:24:00`. */
  text: string
  /** Null where the value was typed. */
  formula: string | null
}
export interface SheetRow {
  /** 1-based, as the spreadsheet numbers them. */
  row: number
  /** Filled cells alone, in their order. */
  cells: readonly SheetCell[]
  /** Nobody who opens the spreadsheet sees it. */
  hidden: boolean
}
/** Cells that are shown as one; what it says stands in the first. */
export interface Merge {
  row: number
  column: number
  rows: number
  columns: number
}

/**
 * Opens a workbook as an archive.
 *
 * @throws DocumentError `damaged`, `zip-bomb`, `too-many-entries`
 */
export const openWorkbook = (bytes: Uint8Array, limits: Limits = SHEET_LIMITS): Zip => openZip(bytes, limits)
export const SHEET_LIMITS: Limits = { ...DEFAULT_LIMITS, inflatedBytes: 400_000_000 }

export interface Workbook {
  /** In the order of their tabs; at least one. */
  sheets: readonly { name: string; hidden: boolean }[]
  /** @param onRow called for every row, the empty ones too; `false` ends the reading */
  read(sheet: number, onRow: (row: SheetRow) => boolean | void): void
  merges(sheet: number): Merge[]
}

/**
 * The sheets of a workbook that was opened as an archive. What they share is read when the first of them is.
 *
 * @throws DocumentError when the workbook is damaged or a bomb; so does reading a sheet
 */
export function workbookIn(zip: Zip): Workbook {
  const part = (path: string) => {
    const entry = zip.entries.find(({ name }) => name === path)
    return entry === undefined ? null : zip.read(entry)
  }
  const { sheets, date1904, strings, styles } = tabs(part)
  // What is merged and then the rows are asked of the same sheet: it is inflated once for both.
  let last: { path: string; bytes: Uint8Array | null } | null = null
  const sheetAt = (at: number) => {
    const { path } = sheets[at]!
    if (last?.path !== path) last = { path, bytes: part(path) }
    return last.bytes
  }
  let shared: { strings: string[]; kinds: NumberKind[] } | null = null
  return {
    sheets,
    read(at, onRow) {
      const sheet = sheetAt(at)
      if (sheet === null) throw new DocumentError('damaged')
      shared ??= {
        strings: sharedStrings(part(strings)),
        kinds: numberFormats(part(styles), parseXml),
      }
      rows(sheet, shared.strings, shared.kinds, date1904, onRow)
    },
    merges: (at) => mergesOf(sheetAt(at)),
  }
}

/** So far behind the rows of a sheet they are looked for: what stands between is a line or two. */
const BEHIND_ROWS = 2_000_000
const MERGED =
  /^(?:\w{1,50}:)?mergeCell\s(?:[^>]{0,200}?\s)?ref\s{0,9}=\s{0,9}["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/

/** They stand behind the rows, so they are looked for before, a tag at a time. */
function mergesOf(sheet: Uint8Array | null): Merge[] {
  if (sheet === null) return []
  const bytes = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.length)
  const from = Math.max(0, bytes.lastIndexOf('sheetData>'))
  const tags = bytes
    .subarray(from, from + BEHIND_ROWS)
    .toString('latin1')
    .split('<')
  return tags.flatMap((tag) => {
    const [, left, top, right, bottom] = MERGED.exec(tag) ?? []
    if (bottom === undefined) return []
    const [row, column] = [Number(top), columnOf(left!)]
    return [{ row, column, rows: Number(bottom) - row + 1, columns: columnOf(right!) - column + 1 }]
  })
}

/** Whoever merges more of them draws. */
const MOST_MERGES = 10_000

/**
 * The rows of a sheet in which cells that are merged downwards say in each row what they say in the first, as who looks at them reads it. A
 * row that has nothing of its own is a part of the one above, and is empty.
 */
export function wholeRows(book: Workbook, sheet: number, onRow: (row: SheetRow) => boolean | void): void {
  const downwards = book.merges(sheet).filter(({ rows, column }) => rows > 1 && column < LIST_COLUMNS)
  const merges = Map.groupBy(downwards.slice(0, MOST_MERGES), ({ row }) => row)
  if (merges.size === 0) return book.read(sheet, onRow)
  const open = new Map<number, { until: number; text: string }>()
  book.read(sheet, (said) => {
    const { row } = said
    const own = new Map(said.cells.map((cell) => [cell.column, cell]))
    const cells = [...said.cells]
    for (const [column, { until, text }] of open)
      if (row > until) open.delete(column)
      else if (own.size > 0 && !own.has(column)) cells.push({ column, text, formula: null })
    for (const { column, rows } of merges.get(row) ?? []) {
      const text = own.get(column)?.text ?? ''
      if (text !== '') open.set(column, { until: row + rows - 1, text })
    }
    return onRow({ ...said, cells: cells.toSorted((a, b) => a.column - b.column) })
  })
}

/** The first rows of a sheet, by the numbers that it gives them. */
export function firstRows(book: Workbook, sheet: number, most: number, read = book.read): SheetRow[] {
  const found: SheetRow[] = []
  read(sheet, (row) => row.row <= most && found.push(row) > 0)
  return found
}

type Part = (path: string) => Uint8Array | null
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

interface Tabs {
  sheets: { name: string; hidden: boolean; path: string }[]
  date1904: boolean
  /** Where what the sheets share stands: a program may call its parts as it likes. */
  strings: string
  styles: string
}

function tabs(part: Part): Tabs {
  const workbook = part('xl/workbook.xml')
  if (workbook === null) throw new DocumentError('damaged')
  const found: Record<string, string>[] = []
  let date1904 = false
  parseXml(workbook, {
    open({ name, attributes }) {
      if (local(name) === 'sheet') found.push(attributes)
      if (local(name) === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    },
  })
  if (found.length === 0) throw new DocumentError('damaged')
  const targets = new Map<string, string>()
  const shared = new Map<string, string>()
  const relations = part('xl/_rels/workbook.xml.rels')
  if (relations !== null)
    parseXml(relations, {
      open({ name, attributes: { Id, Target, Type } }) {
        if (local(name) !== 'Relationship' || Id === undefined || Target === undefined) return
        targets.set(Id, Target)
        shared.set(Type?.slice(Type.lastIndexOf('/') + 1) ?? '', Target)
      },
    })
  const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  const sheets = found.map((attributes, at) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
    const target = targets.get(id) ?? `worksheets/sheet${at + 1}.xml`
    const path = pathOf(target)
    return { name: attributes['name'] ?? `Sheet${at + 1}`, hidden: /hidden/i.test(attributes['state'] ?? ''), path }
  })
  return {
    sheets,
    date1904,
    strings: pathOf(shared.get('sharedStrings') ?? 'sharedStrings.xml'),
    styles: pathOf(shared.get('styles') ?? 'styles.xml'),
  }
}

function sharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = []
  if (bytes === null) return strings
  let text: string | null = null
  let inText = false
  parseXml(bytes, {
    open({ name }) {
      const tag = local(name)
      if (tag === 'si') text = ''
      inText = tag === 't'
    },
    text(piece) {
      if (inText && text !== null) text += piece
    },
    close(name) {
      const tag = local(name)
      if (tag === 't' || tag === 'rPh') inText = false
      if (tag !== 'si') return
      strings.push((text ?? '').slice(0, CELL))
      if (strings.length > MOST_STRINGS) throw new DocumentError('zip-bomb')
    },
  })
  return strings
}

function rows(
  bytes: Uint8Array,
  strings: readonly string[],
  kinds: readonly NumberKind[],
  date1904: boolean,
  onRow: (row: SheetRow) => boolean | void,
): void {
  let row = 0
  let hidden = false
  let cells: SheetCell[] = []
  let cell: { column: number; type: string; style: number; value: string; formula: string | null } | null = null
  let taking: 'value' | 'formula' | null = null
  let next = 0
  parseXml(bytes, {
    open({ name, attributes }) {
      switch (local(name)) {
        case 'row':
          row = Number(attributes['r'] ?? row + 1) || row + 1
          hidden = ['1', 'true'].includes(attributes['hidden'] ?? '')
          cells = []
          next = 0
          break
        case 'c': {
          const column = attributes['r'] === undefined ? next : columnOf(attributes['r'])
          if (column < 0 || column >= COLUMNS) throw new DocumentError('damaged')
          next = column + 1
          cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', formula: null }
          break
        }
        case 'v':
        case 't':
          taking = 'value'
          break
        case 'f':
          if (cell !== null) cell.formula = ''
          taking = 'formula'
          break
        default:
      }
    },
    text(piece) {
      if (cell === null || taking === null) return
      if (taking === 'value') cell.value += piece
      else cell.formula += piece
    },
    close(name) {
      switch (local(name)) {
        case 'v':
        case 't':
        case 'f':
          taking = null
          break
        case 'c': {
          const text = cell === null ? '' : display(cell, strings, kinds, date1904)
          if (cell !== null && (text !== '' || cell.formula !== null))
            cells.push({ column: cell.column, text, formula: cell.formula })
          cell = null
          break
        }
        case 'row':
          return onRow({ row, cells, hidden }) !== false
        default:
      }
      return true
    },
  })
}

function display(
  cell: { type: string; style: number; value: string },
  strings: readonly string[],
  kinds: readonly NumberKind[],
  date1904: boolean,
): string {
  const { type, value } = cell
  if (type === 's') return (strings[Number(value)] ?? '').trim()
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return value.slice(0, CELL).trim()
  return value === '' ? '' : shown(value.trim(), kinds[cell.style] ?? 'number', date1904)
}

/** `AB12` is column 27. */
export function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,4}/i.exec(reference)?.[0].toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Column 27 is `AB`. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export interface XmlEvents {
  open?(tag: SaxesTagPlain): void
  text?(text: string): void
  /** `false` ends the reading. */
  close?(name: string): boolean | void
}

class Enough extends Error {}
const PIECE = 256 * 1024

/**
 * Reads XML in pieces. There is no document type in a workbook.
 *
 * @throws DocumentError `damaged` for what is not well-formed
 */
export function parseXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ position: false })
  const fail = () => {
    throw new DocumentError('damaged')
  }
  parser.on('error', fail)
  parser.on('doctype', fail)
  if (events.open !== undefined) parser.on('opentag', (tag) => events.open!(tag as SaxesTagPlain))
  if (events.text !== undefined) {
    parser.on('text', events.text)
    parser.on('cdata', events.text)
  }
  parser.on('closetag', ({ name }) => {
    if (events.close?.(name) === false) throw new Enough()
  })
  const decoder = new TextDecoder()
  try {
    for (let from = 0; from < bytes.length; from += PIECE)
      parser.write(decoder.decode(bytes.subarray(from, from + PIECE), { stream: from + PIECE < bytes.length }))
    parser.close()
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}
