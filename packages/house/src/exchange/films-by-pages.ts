/** Films that leave the house some at a time, and the lists of them that go out by themselves: however many there are, few are held. */
import type { FormatId } from '@vitrine/exchange/formats/format'
import { chosenColumns, listed } from '@vitrine/exchange/spreadsheets/titles'
import { titlesLosses } from '@vitrine/exchange/spreadsheets/titles-losses'
import { titlesTable } from '@vitrine/exchange/spreadsheets/titles-table'
import type { Locale } from '@vitrine/messages'
import { findTitles, walkTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import type { HouseContext } from '../context.ts'
import type { TakenAway } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { MOST_ROWS_SENT, type Pages, pagesBehind } from '../lists/list-table.ts'
import { type Into, pagedFile } from '../rights/spreadsheet/table-file.ts'
import { filmOut } from './film-out.ts'

const STEP = 500

/** All that are published, in no order that anybody chose. */
export async function* publishedFilms(house: HouseContext): AsyncGenerator<readonly TitleRow[]> {
  const pages = pagesBehind<TitleRow>((last) => walkTitles(house.db, house.houseId, last?.id ?? '', STEP), STEP)
  for await (const rows of pages) yield rows.filter(({ status }) => status === 'published')
}

/** Those that are named, page by page and in their order; what was erased while the pages were turned is left out. */
export async function* filmsNamed(house: HouseContext, pages: Pages<string>): AsyncGenerator<readonly TitleRow[]> {
  for await (const ids of pages) {
    const rows = new Map((await findTitles(house.db, house.houseId, ids)).map((row) => [row.id, row]))
    yield ids.flatMap((id) => rows.get(id) ?? [])
  }
}

const LISTS: Partial<Record<FormatId, 'csv' | 'xlsx'>> = { 'titles-csv': 'csv', 'titles-xlsx': 'xlsx' }
/** As what a list of films is written; null for a format that has its films whole. */
export const listOfFilms = (format: FormatId): 'csv' | 'xlsx' | null => LISTS[format] ?? null

interface FilmsListed {
  as: 'csv' | 'xlsx'
  columns: readonly string[] | null
  locale: Locale
  into: Into
}

/**
 * A list of films, a page at a time. What it could not carry is counted.
 *
 * @throws HouseError `limit-reached`
 */
export async function sendFilmsListed(
  house: HouseContext,
  pages: Pages<TitleRow>,
  { as, columns, locale, into }: FilmsListed,
): Promise<TakenAway & { lost: Record<string, number> }> {
  const chosen = chosenColumns(columns ?? undefined)
  const { head, cells } = titlesTable({ locale, columns: chosen })
  let films = 0
  const lost: Record<string, number> = {}
  async function* rows() {
    for await (const page of pages) {
      films += page.length
      if (films > MOST_ROWS_SENT) throw new HouseError('limit-reached', { limit: MOST_ROWS_SENT })
      const out = page.map((row) => filmOut(house, row, locale))
      for (const { field } of titlesLosses(out, chosen, locale)) lost[field] = (lost[field] ?? 0) + 1
      yield out.map((film) => cells(listed(film)))
    }
  }
  return { ...(await pagedFile('titles', head, rows(), { format: as, locale, into })), lost }
}
