/** Avails spreadsheets 1.7 to 1.9 (films, series, bonus material), as workbook or CSV. */
import type { Avail } from '../avails/avail.ts'
import { filmsOfAvails } from '../avails/films-of-avails.ts'
import { DocumentError } from '../documents/errors.ts'
import { collectFindings, type Collected } from '../formats/collect.ts'
import type { FilmsIn } from '../formats/format.ts'
import { textOf, type Cell } from './cells.ts'
import { columnKey, isColumn } from './columns.ts'
import { readRow } from './read-row.ts'
import { MOST_ROWS, openSheets, type OpenSheet, type SheetRow } from './sheet-rows.ts'

/** Columns without which no row says anything. */
const NEEDED = ['alid', 'licensetype']

/**
 * Reads every sheet that has the columns, row by row. What is wrong with it, or not understood, is a finding with its cell; nothing is
 * thrown.
 *
 * @example
 * (await readAvailsSpreadsheet(bytes)).avails[0]?.transaction.start // '2027-01-01'
 */
export async function readAvailsSpreadsheet(bytes: Uint8Array): Promise<FilmsIn> {
  const findings = collectFindings()
  const avails: Avail[] = []
  const tell = (severity: 'fatal' | 'error', rule: string, values: Record<string, string> = {}): void =>
    findings.add({ severity, rule, line: null, path: null, values })
  let version: string | null = null
  let hasColumns = false
  try {
    for (const sheet of openSheets(bytes)) {
      const read = await readSheet(sheet, avails, findings)
      hasColumns ||= read.hasColumns
      version ??= read.version
    }
    if (!hasColumns) tell('fatal', 'avails-sheet/no-columns')
    else if (avails.length === 0) tell('error', 'avails/none')
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    tell('fatal', 'avails-sheet/unreadable', { code: error.code })
  }
  return { format: 'avails-xlsx', version, films: filmsOfAvails(avails), avails, findings: findings.all }
}

const NOTICES = new Set(['avails/not-kept', 'avails/no-amount'])
/** How far down the names of the columns may stand. */
const HEAD_ROWS = 3

async function readSheet(
  sheet: OpenSheet,
  avails: Avail[],
  findings: Collected,
): Promise<{ hasColumns: boolean; version: string | null }> {
  let columns: Map<string, number> | null = null
  let version: string | null = null
  let last: string | null = null
  let isBelowRemarks = false
  let seen = 0
  for await (const one of sheet.rows) {
    if (columns === null) {
      columns = columnsOf(one, sheet, findings)
      seen += 1
      if (columns === null && seen >= HEAD_ROWS) break
      continue
    }
    if (!isBelowRemarks && isRemark(one.cells)) {
      version = /^\d\.\d+(?:\.\d+)?$/.exec(textOf(one.cells[0]))?.[0] ?? version
      continue
    }
    isBelowRemarks = true
    const avail = readAt(one, columns, sheet, findings)
    if (avail !== null) last = keep(avail, avails, last)
    if (one.row >= MOST_ROWS)
      findings.add({ severity: 'error', rule: 'avails-sheet/too-many-rows', line: null, path: sheet.name, values: { limit: String(MOST_ROWS) } }) // prettier-ignore
  }
  return { hasColumns: columns !== null, version }
}

/** The names of the columns are in the second row, below their groups; a table without groups has them in its first. */
function columnsOf(names: SheetRow, sheet: OpenSheet, findings: Collected): Map<string, number> | null {
  const keys = names.cells.map((cell) => columnKey(textOf(cell)))
  if (!NEEDED.every((key) => keys.includes(key))) return null
  const columns = new Map<string, number>()
  for (const [at, key] of keys.entries()) {
    if (key === '') continue
    const path = cellName(sheet.name, at, names.row)
    if (!isColumn(key))
      findings.add({ severity: 'notice', rule: 'avails-sheet/column', line: null, path, values: { column: textOf(names.cells[at]) } }) // prettier-ignore
    else if (!columns.has(key)) columns.set(key, at)
  }
  return columns
}

/** A row of remarks below the names: most of what stands in it begins with a stroke. */
function isRemark(cells: readonly Cell[]): boolean {
  const said = cells.map(textOf).filter((text) => text !== '')
  return said.filter((text) => text.startsWith('/')).length > said.length / 2
}

function readAt(one: SheetRow, columns: ReadonlyMap<string, number>, sheet: OpenSheet, findings: Collected): Avail | null {
  const place = (key: string): string => cellName(sheet.name, columns.get(key) ?? 0, one.row)
  const cell = (key: string): Cell | undefined => {
    const at = columns.get(key)
    return at === undefined ? undefined : one.cells[at]
  }
  const avail = readRow({
    row: one.row,
    is1904: sheet.is1904,
    cell,
    tell: (rule, key, values) =>
      findings.add({ severity: NOTICES.has(rule) ? 'notice' : 'warning', rule, line: null, path: place(key), values }),
  })
  const { asset, alid, transaction } = avail
  if (asset.title !== '' || asset.contentId !== null || (alid !== null && transaction.licenseType !== '')) return avail
  findings.add({ severity: 'warning', rule: 'avails-sheet/no-title', line: null, path: place('alid'), values: {} })
  return null
}

/** More than there are. */
const MOST_TERRITORIES = 1000

/**
 * A row that differs from the one above in its territory alone is the same avail, in one more territory. `last` is how the one above
 * reads without its territory, where that has been asked.
 */
function keep(avail: Avail, avails: Avail[], last: string | null): string | null {
  const above = avails.at(-1)
  if (above === undefined || above.alid !== avail.alid || above.transaction.territories.length >= MOST_TERRITORIES) {
    avails.push(avail)
    return null
  }
  const same = withoutTerritory(avail)
  if (same !== (last ?? withoutTerritory(above))) avails.push(avail)
  else
    for (const territory of avail.transaction.territories)
      if (!above.transaction.territories.includes(territory)) above.transaction.territories.push(territory)
  return same
}

function withoutTerritory({ key: _key, line: _line, asset, transaction, ...rest }: Avail): string {
  // a rating holds where its row does: the same rating in another place is no other asset
  const ratings = asset.ratings.map(({ country: _country, ...rating }) => rating)
  return JSON.stringify([rest, { ...asset, ratings }, { ...transaction, territories: [] }])
}

/** `Movies!AA12` */
function cellName(sheet: string, column: number, row: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${sheet}!${letters}${row}`
}
