/** A list of films, one a row, under headings in any of the languages that the sheet reader knows. */
import { readCells, type Cell } from '@vitrine/catalogue/reader/read-cells'
import { DocumentError } from '../documents/errors.ts'
import type { Finding } from '../formats/finding.ts'
import type { FilmIn, FilmsIn, ReadOptions } from '../formats/format.ts'
import { settleSheet } from '../formats/settle.ts'
import { archiveProblem } from '../formats/archive-problem.ts'
import { endOf } from './adds-up.ts'
import { fieldOf, isFilmColumn, OWN_WORDS } from './film-columns.ts'
import { findHead, type Head } from './list-headings.ts'
import { listRows, type List, type ListRow } from './list-rows.ts'

type ListFormat = 'titles-csv' | 'titles-xlsx'
const SAMPLE = 80

/**
 * Reads a list. Every cell is read as the line of a sheet behind its label is; what is doubtful in one is a doubt of its film,
 * with the cell. Headings are guessed, or understood as `options.columns` says.
 */
export const readTitles =
  (format: ListFormat) =>
  async (bytes: Uint8Array, options: ReadOptions): Promise<FilmsIn> => {
    const nothing = (findings: Finding[]): FilmsIn => ({ format, version: null, films: [], avails: [], findings })
    let list: List
    try {
      list = await listRows(bytes)
    } catch (error) {
      if (error instanceof DocumentError) return nothing([archiveProblem(error)])
      throw error
    }
    const guessed = findHead(list.rows)
    if (guessed === null)
      return nothing([{ severity: 'fatal', rule: 'list/no-headings', line: null, path: list.place(1, 0), values: {} }])
    const head = withColumns(guessed, options.columns)
    const findings = [...list.findings]
    const filled = list.rows.slice(head.rows)
    const behind = endOf(filled, head.columns)
    for (const { row } of filled.slice(behind)) findings.push({ severity: 'notice', rule: 'list/total', line: null, path: list.place(row, 0), values: {} }) // prettier-ignore
    const body = filled.slice(0, behind)
    const films = body.flatMap((row) => film(row, head, list, options.today, findings) ?? [])
    if (films.length === 0)
      findings.push({ severity: 'error', rule: 'list/no-film', line: null, path: list.place(1, 0), values: {} })
    return {
      format,
      version: null,
      films,
      avails: [],
      findings,
      columns: {
        headings: head.headings,
        columns: head.columns,
        samples: head.headings.map((_, column) =>
          (body.find(({ cells }) => cells.has(column))?.cells.get(column) ?? '').slice(0, SAMPLE),
        ),
      },
    }
  }

/** A choice of as many columns as the list has takes the place of the guess. */
const withColumns = (head: Head, columns: readonly string[] | undefined): Head =>
  columns !== undefined && columns.length === head.headings.length && columns.every(isFilmColumn)
    ? { ...head, columns: [...columns] }
    : head

function film(
  { row, cells }: ListRow,
  { headings, columns, language }: Head,
  { place }: List,
  today: string | undefined,
  findings: Finding[],
): FilmIn | null {
  const read: (Cell & { column: number })[] = []
  for (const [column, text] of cells) {
    const meant = fieldOf(columns[column] ?? 'ignore', headings[column] ?? '')
    if (meant !== null) read.push({ ...meant, heading: headings[column]!, text, column })
  }
  if (read.length === 0) return null
  const { sheet: raw, doubts } = readCells(read, { language, words: OWN_WORDS, ...(today === undefined ? {} : { today }) })
  const named = raw.title !== '' ? raw : { ...raw, title: raw.originalTitle ?? '' }
  if (named.title === '') {
    findings.push({ severity: 'warning', rule: 'list/no-title', line: null, path: place(row, 0), values: {} })
    return null
  }
  const { sheet, dropped } = settleSheet(named)
  return {
    sheet,
    key: `row ${row}`,
    line: row,
    doubts: [
      ...doubts.map(({ cell, code, field, text }): Finding => ({
        severity: 'warning',
        rule: `sheet/${code}`,
        line: null,
        path: place(row, read[cell]?.column ?? 0),
        values: { text: text.slice(0, 200), field },
      })),
      ...dropped.map((field): Finding => ({
        severity: 'warning',
        rule: 'list/dropped',
        line: null,
        path: place(row, 0),
        values: { field: String(field) },
      })),
    ],
    pictureUrls: [],
  }
}
