import { slotOf, type TitleSheet } from '@vitrine/catalogue'
import { fold, slugOf } from '@vitrine/catalogue/model/slug'
import { readHead } from '@vitrine/store/audit/lock-house'
import { findTitlesOfProducer } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { cardOf, toTitleCard, versionsOf } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import { type BrowseRequest, type BrowseResult, type Facet, FACETS } from '../contract.ts'
import { offsetIn, toCursor } from '../input.ts'

/** The values of each facet on a sheet. */
const VALUES: Record<Facet, (sheet: TitleSheet, row: TitleRow) => string[]> = {
  theme: (sheet) => sheet.themes,
  slot: (sheet) => sheet.cuts.map(slotOf),
  year: (sheet) => (sheet.year === null ? [] : [String(sheet.year)]),
  country: (sheet) => sheet.countries,
  version: (sheet) => versionsOf(sheet),
  festival: (sheet) => sheet.festivals.map((entry) => slugOf(entry.festival)),
  director: (sheet) => sheet.directors.map(slugOf),
  genre: (sheet) => sheet.genres,
  collection: (sheet) => sheet.collections,
  status: (_sheet, row) => [row.status],
}

/** A producer's own films, in any state. They are few, so they are looked through one by one. */
export async function ownTitles(house: HouseContext, request: BrowseRequest, userId: string): Promise<BrowseResult> {
  const rows = await findTitlesOfProducer(house.db, house.houseId, userId)
  const words = fold(request.text ?? '')
    .split(' ')
    .filter(Boolean)
  const chosen = (facet: Facet) => request.facets?.[facet] ?? []
  const fits = (row: TitleRow, except: Facet | null) =>
    FACETS.every(
      (facet) =>
        facet === except ||
        chosen(facet).length === 0 ||
        VALUES[facet](row.sheet, row).some((value) => chosen(facet).includes(value)),
    )
  const worded = rows.filter((row) => {
    const text = words.length === 0 ? '' : fold(JSON.stringify(row.sheet))
    return words.every((word) => text.includes(word))
  })
  const hits = worded.filter((row) => fits(row, null)).toSorted(ORDER[request.sort ?? 'updated'] ?? ORDER['updated'])
  const limit = Math.min(Math.max(Math.trunc(request.limit ?? 24), 1), 100)
  const from = offsetIn(request.cursor)
  return {
    total: hits.length,
    cards: hits.slice(from, from + limit).map((row) => toTitleCard({ ...row, card: cardOf(row.sheet) }, request.locale)),
    facets: FACETS.map((facet) => {
      const counts = new Map<string, number>()
      for (const row of worded)
        if (fits(row, facet))
          for (const value of new Set(VALUES[facet](row.sheet, row))) counts.set(value, (counts.get(value) ?? 0) + 1)
      const values = [...counts].map(([value, count]) => ({ value, count, selected: chosen(facet).includes(value), name: null }))
      return { facet, values: values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) }
    }),
    nextCursor: from + limit < hits.length ? toCursor(from + limit) : null,
    asOf: (await readHead(house.db, house.houseId))?.changeSeq ?? 0,
  }
}

const ORDER: Record<string, (a: TitleRow, b: TitleRow) => number> = {
  title: (a, b) => a.sheet.title.localeCompare(b.sheet.title),
  year: (a, b) => (b.sheet.year ?? 0) - (a.sheet.year ?? 0),
  newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
  updated: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
}
