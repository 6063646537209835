/** The titles that avails are of, as far as avails tell of them: for the staging list, so that each finds its film or makes one. */
import { emptySheet, readEidr, type TitleSheet } from '@vitrine/catalogue'
import type { FilmIn } from '../formats/format.ts'
import { settleSheet } from '../formats/settle.ts'
import { printedRating } from '../movielabs/rating-systems.ts'
import type { Avail, AvailAsset } from './avail.ts'

/**
 * One film for each title; episodes and seasons are of their series.
 *
 * @example
 * filmsOfAvails(avails).map(({ sheet }) => sheet.title)
 */
export function filmsOfAvails(avails: readonly Avail[]): FilmIn[] {
  const films = new Map<string, FilmIn>()
  for (const { asset, line } of avails) {
    const key = filmKey(asset)
    if (key === '' || films.has(key)) continue
    const { sheet } = settleSheet(sheetOf(asset))
    films.set(key, { sheet, key, line, doubts: [], pictureUrls: [] })
  }
  return [...films.values()]
}

/** What tells the film of an asset: the id of the series above it, else its own; without any id, its title. */
export const filmKey = ({ series, contentId, title }: AvailAsset): string =>
  series === null ? (contentId ?? title) : (series.id ?? series.title ?? contentId ?? title)

function sheetOf(asset: AvailAsset): TitleSheet {
  const isPart = asset.series !== null
  const empty = emptySheet(isPart ? (asset.series?.title ?? asset.title) : asset.title)
  if (isPart) return empty
  const minutes = asset.runSeconds === null ? 0 : Math.round(asset.runSeconds / 60)
  const year = Number(/^\d{4}/.exec(asset.released ?? '')?.[0] ?? 0)
  return {
    ...empty,
    year: year === 0 ? null : year,
    cuts: minutes === 0 ? [] : [{ minutes, episodes: null, versions: [] }],
    directors: [...new Set(asset.directors)].filter((name) => name !== ''),
    ratings: asset.ratings.map(({ system, value }) => printedRating(system, value)),
    identifiers: { ...empty.identifiers, eidr: readEidr(asset.titleEidr ?? '')?.printed ?? null },
  }
}
