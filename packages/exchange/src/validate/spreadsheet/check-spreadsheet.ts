/** An Avails spreadsheet: its layout (two rows of headings, a row of remarks, then a row an avail), and every cell of it. */
import type { RatingSystems } from '../ratings/rating-system.ts'
import type { Findings, Place } from '../validation.ts'
import { AVAILS_WORDS, COMMON_WORDS, NEWEST } from '../words/known-words.ts'
import { wordsOf } from '../words/words-of.ts'
import { AVAILS_COLUMNS, TEMPLATE_TYPOS, wordsVersion, type AvailsColumn, type Needed } from './avails-columns.ts'
import { checkCell } from './cell-check.ts'
import { columnName, type SheetRow, type Workbook } from './workbook.ts'

/** So many empty rows end a sheet; what stands behind them is not read by anybody. */
const EMPTY_ROWS = 6
/** How far below its end a sheet is looked through for rows that somebody left there. */
const LOOK_BELOW = 1_000
const FIRST_DATA_ROW = 4

/** What the headings say: for each column of the sheet, which one it is. */
interface Layout {
  version: string
  columns: ReadonlyMap<number, { key: string; column: AvailsColumn | null }>
  /** Where each column stands. */
  at: ReadonlyMap<string, number>
  width: number
}

/** Headings in two rows, of the groups that only these spreadsheets have. */
export function looksLikeAvails(rows: readonly SheetRow[]): boolean {
  const keys = headings(rows).map(({ key }) => TEMPLATE_TYPOS[key] ?? key)
  return keys.filter((key) => AVAILS_COLUMNS.has(key)).length >= 5
}

function headings(rows: readonly SheetRow[]): { index: number; key: string; group: string }[] {
  const [groups, names] = [1, 2].map((number) => rows.find(({ row }) => row === number)?.cells ?? [])
  const nameAt = new Map(names!.map(({ column, text }) => [column, text]))
  return groups!.map(({ column, text }) => ({ index: column, group: text, key: `${text}/${nameAt.get(column) ?? ''}` }))
}

/** The version that stands in the first cell of the third row, else that of the newest column. */
export function spreadsheetVersion(rows: readonly SheetRow[]): string {
  const said = rows.find(({ row }) => row === 3)?.cells.find(({ column }) => column === 0)?.text
  const written = /^v?(1\.\d(?:\.\d)?)$/.exec(said ?? '')?.[1]
  if (written !== undefined) return written
  const since = headings(rows).map(({ key }) => AVAILS_COLUMNS.get(TEMPLATE_TYPOS[key] ?? key)?.since ?? '1.7')
  return since.reduce((newest, one) => (one > newest ? one : newest), '1.7')
}

/**
 * Checks a sheet of a workbook.
 *
 * @returns the version, and how many rows hold an avail
 * @throws DocumentError when the workbook is damaged or a bomb
 */
export function checkSpreadsheet(
  book: Workbook,
  at: number,
  systems: RatingSystems,
  findings: Findings,
): { version: string; rows: number } {
  const head: SheetRow[] = []
  let sheet: Sheet | null = null
  let last = 0
  let count = 0
  let ended = false
  const { name } = book.sheets[at]!
  const start = () => (sheet ??= new Sheet(head, name, systems, findings))
  book.read(at, (row) => {
    if (row.row < FIRST_DATA_ROW) {
      head.push(row)
      last = row.row
      return true
    }
    const here = start()
    if (row.cells.length === 0) return row.row - last < LOOK_BELOW
    if (count > 0 && row.row - last > EMPTY_ROWS) {
      findings.add('warning', 'sheet/after-end', here.place(row.row, row.cells[0]!.column), { rows: String(EMPTY_ROWS) })
      ended = true
      return false
    }
    last = row.row
    count += 1
    here.check(row)
    return true
  })
  const { version } = start()
  if (count === 0 && !ended) findings.add('warning', 'sheet/no-rows', start().place(FIRST_DATA_ROW, 0))
  return { version, rows: count }
}

class Sheet {
  readonly version: string
  readonly #layout: Layout
  readonly #name: string
  readonly #systems: RatingSystems
  readonly #findings: Findings
  readonly #words: (list: string) => ReadonlySet<string> | null

  constructor(head: readonly SheetRow[], name: string, systems: RatingSystems, findings: Findings) {
    this.#name = /^\w+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`
    this.#systems = systems
    this.#findings = findings
    this.version = spreadsheetVersion(head)
    this.#layout = this.#read(head)
    const avails = wordsOf(AVAILS_WORDS, wordsVersion(this.version), NEWEST.avails, null)
    const common = wordsOf(COMMON_WORDS, NEWEST.common, NEWEST.common, null)
    this.#words = (list) => (list === 'WorkType' ? common(list) : avails(list))
  }

  place = (row: number, column: number): Place => ({ line: null, path: `${this.#name}!${columnName(column)}${row}` })

  #read(head: readonly SheetRow[]): Layout {
    const columns = new Map<number, { key: string; column: AvailsColumn | null }>()
    const at = new Map<string, number>()
    const all = headings(head)
    for (const { index, key: written } of all) {
      const key = TEMPLATE_TYPOS[written] ?? written
      const column = AVAILS_COLUMNS.get(key) ?? null
      if (key !== written && !all.some((one) => one.key === key))
        this.#findings.add('notice', 'sheet/heading-typo', this.place(2, index), { heading: written, meant: key }) // prettier-ignore
      else if (column === null) this.#findings.add('notice', 'sheet/unknown-column', this.place(2, index), { heading: written })
      else if (at.has(key)) this.#findings.add('warning', 'sheet/column-twice', this.place(2, index), { heading: written })
      columns.set(index, { key, column })
      if (!at.has(key)) at.set(key, index)
    }
    for (const [key, { needed }] of AVAILS_COLUMNS)
      if ((needed === 'always' || needed === 'unless-subscription') && !at.has(key))
        this.#findings.add(needed === 'always' ? 'error' : 'warning', 'sheet/missing-column', this.place(1, 0), { heading: key })
    const remarks = head.find(({ row }) => row === 3)?.cells ?? []
    const second = remarks.find(({ column }) => column === 1)?.text ?? ''
    if (second !== '' && !second.startsWith('/') && remarks.length > 5)
      this.#findings.add('warning', 'sheet/third-row', this.place(3, 1))
    return { version: this.version, columns, at, width: Math.max(-1, ...all.map(({ index }) => index)) + 1 }
  }

  check(row: SheetRow): void {
    const values = new Map<string, string>()
    for (const { column: index, text, formula } of row.cells) {
      const place = this.place(row.row, index)
      if (index >= this.#layout.width) {
        this.#findings.add('warning', 'sheet/out-of-bounds', place, { value: text })
        continue
      }
      const known = this.#layout.columns.get(index)
      if (formula !== null && !/^(?:TRUE|FALSE)\(\)$/i.test(formula))
        this.#findings.add('error', 'sheet/formula', place, { formula, value: text })
      if (known === undefined) continue
      if (!values.has(known.key)) values.set(known.key, text)
      if (known.column !== null && text !== '')
        checkCell(text, known.column.content, known.key, place, this.#words, this.#findings)
    }
    this.#checkRow(row.row, values)
  }

  #checkRow(row: number, values: ReadonlyMap<string, string>): void {
    const value = (key: string) => values.get(key) ?? ''
    for (const [key, { needed }] of AVAILS_COLUMNS) {
      if (needed === undefined || value(key) !== '' || !this.#isNeeded(needed, value)) continue
      const at = this.#layout.at.get(key)
      // Of a price Avails says that there should be one (`structure/Transaction/price`).
      const severity = needed === 'unless-subscription' ? 'warning' : 'error'
      if (at !== undefined) this.#findings.add(severity, 'sheet/empty-cell', this.place(row, at), { heading: key })
      else if (needed !== 'always' && needed !== 'unless-subscription')
        this.#findings.add('error', 'sheet/missing-column', this.place(row, 0), { heading: key })
    }
    const [start, end] = [value('AvailTrans/Start'), value('AvailTrans/End')]
    if (/^\d{4}-/.test(start) && /^\d{4}-/.test(end) && end.slice(0, 10) < start.slice(0, 10))
      this.#findings.add('error', 'date/end-before-start', this.#at(row, 'AvailTrans/End'), { start, end })
    const price = value('AvailTrans/PriceType')
    if (/(?:WSP|RP)/.test(price) && value('AvailTrans/PriceValue') !== '')
      checkCell(value('AvailTrans/PriceValue'), 'amount', 'AvailTrans/PriceValue', this.#at(row, 'AvailTrans/PriceValue'), this.#words, this.#findings) // prettier-ignore
    if (
      /^(?:no|false|0)$/i.test(value('AvailMetadata/CaptionIncluded')) &&
      value('AvailTrans/Territory') === 'US' &&
      value('AvailMetadata/CaptionExemption') === ''
    )
      // prettier-ignore
      this.#findings.add('warning', 'sheet/caption-exemption', this.#at(row, 'AvailMetadata/CaptionIncluded'))
    this.#checkRating(row, value('AvailMetadata/RatingSystem'), value('AvailMetadata/RatingValue'))
  }

  #at = (row: number, key: string): Place => this.place(row, this.#layout.at.get(key) ?? 0)

  #isNeeded(needed: Needed, value: (key: string) => string): boolean {
    const license = value('AvailTrans/LicenseType')
    if (needed === 'always') return true
    if (needed === 'unless-subscription') return license !== 'SVOD' && !/Delete/.test(value('Disposition/EntryType'))
    if (needed === 'pre-order') return license === 'POEST'
    return needed.includes(value('AvailAsset/WorkType'))
  }

  #checkRating(row: number, system: string, rating: string): void {
    if (system === '' || rating === '' || system.startsWith('Custom:')) return
    const known = this.#systems.of(system)
    if (known.length === 0) {
      const rule = this.#systems.complete ? ('rating/system' as const) : ('rating/not-checked' as const)
      this.#findings.add(this.#systems.complete ? 'error' : 'notice', rule, this.#at(row, 'AvailMetadata/RatingSystem'), {
        system,
      })
    } else if (!known.some(({ ratings }) => ratings.has(rating)) && !['ALL', 'UNRATED', 'ADULT', 'PROSCRIBED'].includes(rating))
      this.#findings.add('error', 'rating/value', this.#at(row, 'AvailMetadata/RatingValue'), {
        system,
        value: rating,
        ratings: [...known[0]!.ratings].slice(0, 12).join(', '),
      })
  }
}
