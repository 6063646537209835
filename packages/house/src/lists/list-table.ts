/** A list that leaves the house as a table: its columns as data, and which of them were chosen. */
import type { Cell, Table } from '@vitrine/exchange/spreadsheets/table'
import type { TableHead } from '@vitrine/exchange/spreadsheets/table-pages'
import type { Locale } from '@vitrine/messages'
import { type ListColumn, listHeadings, type ListName } from '@vitrine/messages/list-columns'
import { z } from 'zod'
import type { TakenAway } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { parse } from '../input.ts'
import { type Into, pagedFile } from '../rights/spreadsheet/table-file.ts'

/** So many rows of a list leave at once while somebody waits for them: more is asked for in parts, or goes out by itself. */
export const MOST_ROWS = 20_000
/** So many go out by themselves: a sheet of Excel holds hardly more. */
export const MOST_ROWS_SENT = 1_000_000
const MOST_COLUMNS = 100

/** How a list leaves: with how many rows at most, and where its file goes where nobody waits for it. */
export interface Leaving {
  most: number
  into?: Into
}
export const BY_HAND: Leaving = { most: MOST_ROWS }
export const WHOLE: Leaving = { most: MOST_ROWS_SENT }

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

/** Pages of a list, one after the other: no more than one is held. */
export type Pages<Row> = AsyncIterable<readonly Row[]>

/** The head of a list with its chosen columns, and what of a row stands in each. */
function chosenList<List extends ListName, Row>(
  list: List,
  name: string,
  columns: Columns<List, Row>,
  { columns: chosen, locale }: Pick<ListAsked, 'columns' | 'locale'>,
): { head: TableHead; cells: (row: Row) => Cell[] } {
  const headings = listHeadings[locale][list] as Record<ListColumn<List>, string>
  const keys = chosenColumns(list, chosen)
  return {
    head: { name, columns: keys.map((key) => ({ heading: headings[key], width: columns[key][0] })) },
    cells: (row) => keys.map((key) => columns[key][1](row, locale)),
  }
}

/** A short list with its chosen columns. */
export function listTable<List extends ListName, Row>(
  list: List,
  name: string,
  columns: Columns<List, Row>,
  rows: readonly Row[],
  asked: Pick<ListAsked, 'columns' | 'locale'>,
): Table {
  const { head, cells } = chosenList(list, name, columns, asked)
  return { ...head, rows: rows.map(cells) }
}

/** What was asked, looked at before anything is read: an unknown column costs no query. */
export function listAsked(list: ListName, args: ListAsked): z.output<typeof Asked> {
  const asked = parse(Asked, { format: args.format, columns: args.columns, locale: args.locale })
  chosenColumns(list, asked.columns)
  return asked
}

/**
 * The file of a list, under its name, written page by page.
 *
 * @throws HouseError `limit-reached` when there are more rows than may leave; no page behind that one is asked for
 */
export function listFile<List extends ListName, Row>(
  list: List,
  name: string,
  columns: Columns<List, Row>,
  pages: Pages<Row>,
  asked: ListAsked,
  { most, into }: Leaving,
): Promise<TakenAway> {
  const { head, cells } = chosenList(list, name, columns, asked)
  async function* tablePages(): AsyncGenerator<Cell[][]> {
    let rows = 0
    for await (const page of pages) {
      rows += page.length
      if (rows > most) throw new HouseError('limit-reached', { limit: most })
      yield page.map(cells)
    }
  }
  return pagedFile(list, head, tablePages(), { format: asked.format, locale: asked.locale, into })
}

/** Every page of a list that is asked for by cursors. */
export async function* pagesOf<Row>(
  page: (cursor: string | null) => Promise<{ items: readonly Row[]; nextCursor: string | null }>,
): AsyncGenerator<readonly Row[]> {
  let cursor: string | null = null
  do {
    const { items, nextCursor } = await page(cursor)
    yield items
    cursor = nextCursor
  } while (cursor !== null)
}

/** Every page of so many rows, each asked for behind the last row of the one before. */
export async function* pagesBehind<Row>(
  page: (last: Row | null) => Promise<readonly Row[]>,
  step: number,
): AsyncGenerator<readonly Row[]> {
  for (let last: Row | null = null; ;) {
    const rows = await page(last)
    yield rows
    if (rows.length < step) return
    last = rows.at(-1)!
  }
}

/** Several things in one cell. */
export const together = (texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== '').join('; ')
/** The day of an instant: what a spreadsheet sorts by. */
export const dayOf = (instant: string | null): string | null => instant?.slice(0, 10) ?? null
/** An instant to the minute, in UTC. */
export const minuteOf = (instant: string | null): string | null =>
  instant === null ? null : `${instant.slice(0, 10)} ${instant.slice(11, 16)}`
