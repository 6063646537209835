/** A list that leaves the house as a table: its columns as data, and which of them were chosen. */
import type { Cell, Table } from '@vitrine/exchange/spreadsheets/table'
import type { Locale } from '@vitrine/messages'
import { type ListColumn, listHeadings, type ListName } from '@vitrine/messages/list-columns'
import { z } from 'zod'
import type { TakenAway } from '../contract-rights.ts'
import { HouseError } from '../errors.ts'
import { parse } from '../input.ts'
import { tableFile } from '../rights/spreadsheet/table-file.ts'

/** So many rows of a list leave at once: more is asked for in parts. */
export const MOST_ROWS = 20_000
const MOST_COLUMNS = 100

/** What every export of a list is asked: null or nothing for all columns, in their usual order. */
export interface ListAsked {
  format: 'csv' | 'xlsx'
  columns?: readonly string[] | null | undefined
  locale: Locale
}
const Asked = z.object({
  format: z.enum(['csv', 'xlsx']),
  columns: z.array(z.string().max(100)).min(1).max(MOST_COLUMNS).nullish(),
  locale: z.enum(['en', 'fr']),
})

/** A column: how wide it is, and what of a row stands in it. */
export type Columns<List extends ListName, Row> = Readonly<
  Record<ListColumn<List>, readonly [width: number, cell: (row: Row, locale: Locale) => Cell]>
>

/**
 * The keys of the columns that were chosen, in the order in which they were named, each once; all of them when none were.
 *
 * @throws HouseError `invalid-input` for one that the list does not have, naming those that it has
 */
export function chosenColumns<List extends ListName>(
  list: List,
  chosen: readonly string[] | null | undefined,
  among = Object.keys(listHeadings.en[list]) as ListColumn<List>[],
): ListColumn<List>[] {
  if (chosen === null || chosen === undefined) return among
  return [...new Set(chosen)].map((key) => {
    const known = among.find((column) => column === key)
    if (known === undefined) throw new HouseError('invalid-input', { issues: [{ path: 'columns', message: `Each one of ${among.join(', ')}` }] }) // prettier-ignore
    return known
  })
}

/** A list with its chosen columns. */
export function listTable<List extends ListName, Row>(
  list: List,
  name: string,
  columns: Columns<List, Row>,
  rows: readonly Row[],
  { columns: chosen, locale }: Pick<ListAsked, 'columns' | 'locale'>,
): Table {
  const headings = listHeadings[locale][list] as Record<ListColumn<List>, string>
  const keys = chosenColumns(list, chosen)
  return {
    name,
    columns: keys.map((key) => ({ heading: headings[key], width: columns[key][0] })),
    rows: rows.map((row) => keys.map((key) => columns[key][1](row, locale))),
  }
}

/** What was asked, looked at before anything is read: an unknown column costs no query. */
export function listAsked(list: ListName, args: ListAsked): z.output<typeof Asked> {
  const asked = parse(Asked, { format: args.format, columns: args.columns, locale: args.locale })
  chosenColumns(list, asked.columns)
  return asked
}

/** The file of a list, under its name. */
export const listFile = <List extends ListName, Row>(
  list: List,
  name: string,
  columns: Columns<List, Row>,
  rows: readonly Row[],
  asked: ListAsked,
): Promise<TakenAway> => tableFile(list, listTable(list, name, columns, rows, asked), asked.format, asked.locale)

/** Every page of a list, one after the other. */
export async function everyRow<Row>(
  page: (cursor: string | null) => Promise<{ items: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const { items, nextCursor } = await page(cursor)
    rows.push(...items)
    if (rows.length > MOST_ROWS) throw new HouseError('limit-reached', { limit: MOST_ROWS })
    cursor = nextCursor
  } while (cursor !== null)
  return rows
}

/** Several things in one cell. */
export const together = (texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== '').join('; ')
/** The day of an instant: what a spreadsheet sorts by. */
export const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null
/** An instant to the minute, in UTC. */
export const minuteOf = (instant: string | null): string | null =>
  instant === null ? null : `${instant.slice(0, 10)} ${instant.slice(11, 16)}`
