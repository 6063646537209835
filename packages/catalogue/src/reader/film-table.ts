/** A table of films whose first row heads the columns: `TITLE  DIRECTOR  LENGTH` over `The Salt Road  X  52'`. */
import type { Field } from './labels/fields.ts'
import type { LabelReader } from './labels/match.ts'
import { plain, splitPiece, stripPiece } from './source.ts'
import type { Line, Piece } from './source.ts'

export interface HeadedTable {
  head: Line
  columns: { fields: Field[]; label: string }[]
  /** The rows below, as many cells in each as there are columns. */
  rows: { line: Line; cells: Piece[] }[]
}

const cellsOf = (line: Line): Piece[] => (line.body.text.includes('\t') ? splitPiece(line.body, /\t/g) : [])

/** The table that opens a sheet; null when its first line is no row of labels, or names no title. */
export function headedTable(labels: LabelReader, lines: Line[]): HeadedTable | null {
  const at = lines.findIndex((line) => !line.rule && !line.blank)
  const head = lines[at]
  if (head === undefined || head.body.text.length > 400) return null
  const cells = cellsOf(head)
  if (cells.length < 3) return null
  const columns = cells.map((cell) => {
    const label = plain(cell.text)
    return { fields: labels.lookup(label)?.fields ?? [], label }
  })
  if (columns.some(({ fields }) => fields.length === 0) || !columns.some(({ fields }) => fields[0] === 'title')) return null
  const rows: HeadedTable['rows'] = []
  for (const line of lines.slice(at + 1)) {
    if (line.rule) continue
    const row = cellsOf(line).map((cell) => stripPiece(cell, ''))
    if (row.length !== columns.length) break
    rows.push({ line, cells: row })
  }
  return rows.length === 0 ? null : { head, columns, rows }
}
