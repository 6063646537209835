/** Browsing by looking at every sheet: stands in until the store's search index is there. */
import { slotOf, type TitleSheet } from '@vitrine/catalogue'
import { fold, slugOf } from '@vitrine/catalogue/model/slug'
import { walkTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { cardOf, toTitleCard, versionsOf } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import { type BrowseRequest, type BrowseResult, type Facet, FACETS, type Suggestion } from '../contract.ts'
import { fromCursor, toCursor } from '../input.ts'

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

async function all(house: HouseContext): Promise<TitleRow[]> {
  const rows: TitleRow[] = []
  for (;;) {
    const more = await walkTitles(house.db, house.houseId, rows.at(-1)?.id ?? '', 500)
    rows.push(...more)
    if (more.length < 500) return rows
  }
}

export async function scan(house: HouseContext, request: BrowseRequest, sees: (row: TitleRow) => boolean | Promise<boolean>, asOf: number): Promise<BrowseResult> {
  const words = fold(request.text ?? '').split(' ').filter(Boolean)
  const rows: TitleRow[] = []
  for (const row of await all(house)) if (await sees(row)) rows.push(row)
  const texts = words.length === 0 ? [] : rows.map((row) => fold(JSON.stringify(row.sheet)))
  const found = rows.filter((_row, n) => words.every((word) => texts[n]?.includes(word)))
  const chosen = (facet: Facet) => request.facets?.[facet] ?? []
  const fits = (row: TitleRow, except: Facet | null) =>
    FACETS.every((facet) => facet === except || chosen(facet).length === 0 || VALUES[facet](row.sheet, row).some((value) => chosen(facet).includes(value)))
  const hits = found.filter((row) => fits(row, null))
  const by: Record<string, (a: TitleRow, b: TitleRow) => number> = {
    title: (a, b) => a.sheet.title.localeCompare(b.sheet.title),
    year: (a, b) => (b.sheet.year ?? 0) - (a.sheet.year ?? 0),
    updated: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  }
  hits.sort(by[request.sort ?? ''] ?? ((a, b) => (b.publishedAt ?? b.createdAt).localeCompare(a.publishedAt ?? a.createdAt)))
  const limit = Math.min(Math.max(request.limit ?? 24, 1), 100)
  const from = Number(fromCursor(request.cursor)?.[0] ?? 0)
  const page = hits.slice(from, from + limit)
  return {
    total: hits.length,
    cards: page.map((row) => toTitleCard({ ...row, card: cardOf(row.sheet) }, request.locale)),
    facets: FACETS.map((facet) => {
      const counts = new Map<string, number>()
      for (const row of found.filter((one) => fits(one, facet))) for (const value of new Set(VALUES[facet](row.sheet, row))) counts.set(value, (counts.get(value) ?? 0) + 1)
      const names = new Map(
        facet === 'director'
          ? found.flatMap((row) => row.sheet.directors.map((name) => [slugOf(name), name] as const))
          : facet === 'festival'
            ? found.flatMap((row) => row.sheet.festivals.map((entry) => [slugOf(entry.festival), entry.festival] as const))
            : [],
      )
      const values = [...counts].map(([value, count]) => ({ value, count, selected: chosen(facet).includes(value), name: names.get(value) ?? null }))
      return { facet, values: values.toSorted((a, b) => b.count - a.count) }
    }),
    nextCursor: from + limit < hits.length ? toCursor(from + limit) : null,
    asOf,
  }
}

export async function scanSuggestions(house: HouseContext, text: string, limit: number): Promise<Suggestion[]> {
  const wanted = fold(text)
  if (wanted === '') return []
  const found = new Map<string, Suggestion>()
  for (const { sheet, slug, status } of await all(house)) {
    if (status !== 'published') continue
    const offer = (kind: Suggestion['kind'], name: string, at: string, detail: string | null) => {
      if (fold(name).includes(wanted)) found.set(`${kind} ${at}`, { kind, text: name, slug: at, detail, picture: null })
    }
    offer('title', sheet.title, slug, [sheet.year, sheet.directors[0]].filter(Boolean).join(', '))
    for (const name of sheet.directors) offer('person', name, slugOf(name), null)
    for (const company of sheet.productionCompanies) offer('company', company.name, slugOf(company.name), null)
  }
  return [...found.values()].slice(0, limit)
}
