/** A table of films whose first row heads the columns: `TITLE  DIRECTOR  LENGTH` over `The Salt Road  X  52'`. Each row is a film. */
import type { Field } from './labels/fields.ts'
import type { LabelReader } from './labels/match.ts'
import { fold } from './fold.ts'
import { plain, stripPiece, subPiece, words } from './source.ts'
import type { Line, Piece, Source } from './source.ts'

export interface FilmTable {
  head: Line
  /** Columns whose heading announces nothing that a sheet has a place for have no fields. */
  columns: { fields: Field[]; label: string }[]
  /** The rows below: a cell for each column, empty ones too. */
  rows: { line: Line; cells: Piece[] }[]
  /** Lines among the rows that are none: the heading once more, the name of a group of films. */
  between: Line[]
  /** The index of the first line below the table. */
  end: number
}

const LONGEST_HEADING = 60
const LONGEST_HEAD = 600
const MOST_COLUMNS = 40

/** The first table of films at or below a line; null where there is none. */
export function filmTable(labels: LabelReader, { text }: Source, lines: readonly Line[], from = 0): FilmTable | null {
  for (let at = from; at < lines.length; at++) {
    const table = tableAt(labels, text, lines, at)
    if (table !== null) return table
  }
  return null
}

function tableAt(labels: LabelReader, text: string, lines: readonly Line[], at: number): FilmTable | null {
  const head = lines[at]!
  const mark = markOf(head)
  if (mark === null || head.body.text.length > LONGEST_HEAD) return null
  const columns = columnsOf(labels, cellsOf(text, head, mark))
  if (columns === null) return null
  const titles = columns.findIndex(({ fields }) => fields[0] === 'title')
  const rows: FilmTable['rows'] = []
  const between: Line[] = []
  const isRow = (line: Line | undefined) => line !== undefined && cellsOf(text, line, mark).length <= columns.length && markOf(line) === mark // prettier-ignore
  let labelled = 0
  let below = at + 1
  for (; below < lines.length; below++) {
    const line = lines[below]!
    if (line.rule) continue
    if (!isRow(line)) {
      // "Fiction" over the rows of its films
      const next = lines[below + 1]
      const group = !line.body.text.includes(mark) && !/[:.!?]$/.test(line.body.text) && line.body.text.length <= 60
      if (!group || !isRow(next) || cellsOf(text, next!, mark).length < columns.length - 1) break
      between.push(line)
      continue
    }
    const cells = cellsOf(text, line, mark)
    if (fold(plain(line.body.text)) === fold(plain(head.body.text)) || !/[\p{L}\d]/u.test(cells[titles]?.text ?? '')) {
      between.push(line)
      continue
    }
    if (holdsLabels(labels, columns, cells, titles)) labelled++
    while (cells.length < columns.length) cells.push({ text: '', start: line.body.start + line.body.text.length })
    rows.push({ line, cells })
  }
  // "Title | The Salt Road" over "Year | 2020": the facts of one film, by label and value
  return rows.length === 0 || labelled * 2 >= rows.length ? null : { head, columns, rows, between, end: below }
}

/** The first row of each film: rows below each other with one title, and no other director, are of one (its cuts, its prizes, its screenings). */
export function filmsOf({ columns, rows }: FilmTable): { line: Line; title: string }[] {
  const cell = (cells: readonly Piece[], field: Field) => words(cells[columns.findIndex(({ fields }) => fields[0] === field)] ?? NOTHING) // prettier-ignore
  const films: { line: Line; title: string }[] = []
  let before = ''
  for (const { line, cells } of rows) {
    const title = cell(cells, 'title')
    const print = fold(`${title}\t${cell(cells, 'director')}`)
    if (print !== before) films.push({ line, title })
    before = print
  }
  return films
}
const NOTHING: Piece = { text: '', start: 0 }

const markOf = ({ rule, body }: Line): '\t' | '|' | null =>
  rule ? null : body.text.includes('\t') ? '\t' : body.text.includes('|') ? '|' : null

/** The cells of a row with their places, empty ones too; those that were cut off with the blanks before the line as well. */
function cellsOf(text: string, { start, indent, body }: Line, mark: '\t' | '|'): Piece[] {
  const before = text.slice(start - indent, body.start)
  // a row that is drawn with bars begins and ends with one
  const drawn = before.includes('|') || body.text.startsWith('|')
  const skipped = [...before].filter((one) => one === mark || one === '|').length - (before.includes('|') ? 1 : 0)
  const cells: Piece[] = Array.from({ length: skipped }, () => ({ text: '', start: body.start }))
  let from = mark === '|' && body.text.startsWith('|') ? 1 : 0
  const to = drawn && body.text.endsWith(mark) ? body.text.length - 1 : body.text.length
  for (let next = body.text.indexOf(mark, from); ; next = body.text.indexOf(mark, from)) {
    const end = next < 0 || next >= to ? to : next
    cells.push(stripPiece(subPiece(body, from, end), ''))
    if (end === to) return cells
    from = end + 1
  }
}

/** What the cells of a row announce, when they are the heads of a table of films: a title, and one more fact at least. */
function columnsOf(labels: LabelReader, cells: readonly Piece[]): FilmTable['columns'] | null {
  if (cells.length < 2 || cells.length > MOST_COLUMNS || cells.some(({ text }) => text.length > LONGEST_HEADING)) return null
  const columns = cells.map((cell) => {
    const label = plain(cell.text).replace(/\s*:$/, '')
    return { fields: label === '' ? [] : [...(labels.lookup(label)?.fields ?? [])], label }
  })
  const known = columns.filter(({ fields }) => fields.length > 0)
  const strange = columns.filter(({ fields, label }) => fields.length === 0 && label !== '')
  if (known.length < 2 || strange.length > known.length) return null
  // a list with original titles alone has them for titles
  const title = columns.find(({ fields }) => fields[0] === 'title') ?? columns.find(({ fields }) => fields[0] === 'saleTitle' || fields[0] === 'originalTitle') // prettier-ignore
  if (title === undefined) return null
  title.fields = ['title']
  return columns
}

/** Whether a row's cells are labels themselves, where its columns have values. */
function holdsLabels(labels: LabelReader, columns: FilmTable['columns'], cells: readonly Piece[], titles: number): boolean {
  const isLabel = (at: number) =>
    columns[at]?.fields.length !== 0 && cells[at] !== undefined && labels.lookup(plain(cells[at].text)) !== null
  const count = columns.filter((_, at) => isLabel(at)).length
  return count >= 2 || (count === 1 && columns.length === 2 && isLabel(titles))
}
