/** What was watched, as it is shown: only what the server can bear out, summed up. */
import type { Reel } from '@vitrine/screening'
import type { Played } from '@vitrine/screening/watching/intervals'
import { readSegments } from '@vitrine/screening/watching/segments'
import { heatOf, sumUp, witnessed } from '@vitrine/screening/watching/watched'
import type { Asker } from '@vitrine/store/asker'
import { copiesOfViewings } from '@vitrine/store/reels/marked-copies'
import { readyReels } from '@vitrine/store/screening/screeners'
import { servedOfViewings, type ViewingRow, watchedOfViewings } from '@vitrine/store/screening/viewings'
import type { HouseContext } from '../context.ts'
import type { FilmWatched, ViewingView, WatchedView } from '../contract/screeners.ts'

/** Parts of a film in a heat curve. */
export const HEAT_PARTS = 52
/** A viewing is on while it was heard of within so many milliseconds. */
const ON = 30_000

function watchedView(played: readonly Played[], lengthMs: number, unwitnessedMs: number): WatchedView {
  const { seenLength, ranLength, times, speed, skipped, repeated } = sumUp(played, lengthMs)
  const heat = heatOf(played, lengthMs, HEAT_PARTS).map((part) => Math.round(part * 1000) / 1000)
  return { lengthMs, seenMs: seenLength, ranMs: ranLength, times, speed, skipped: [...skipped], repeated: [...repeated], unwitnessedMs, heat } // prettier-ignore
}

/** Reels that were watched, by their ids: also those that were removed since have their lengths still. */
const lengthsKept = new WeakMap<HouseContext, Map<string, readonly number[]>>()

/** Seconds of each segment of reels: they never change once a reel is ready, so they are read once. */
export async function lengthsOf(house: HouseContext, db: Asker, reelIds: readonly string[]): Promise<Map<string, readonly number[]>> {
  let kept = lengthsKept.get(house)
  if (kept === undefined) lengthsKept.set(house, (kept = new Map()))
  const missing = [...new Set(reelIds)].filter((id) => !kept.has(id))
  for (const { id, reel } of await readyReels(db, house.houseId, { ids: missing, alsoGone: true })) kept.set(id, (reel as Reel).lengths)
  while (kept.size > 500) kept.delete(kept.keys().next().value!)
  return new Map(reelIds.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)!]] : [])))
} // prettier-ignore

/** Viewings with what was watched in each, and per film what was watched of it by all of them together. */
export async function viewingViews(
  house: HouseContext,
  db: Asker,
  rows: readonly ViewingRow[],
): Promise<{ viewings: ViewingView[]; films: FilmWatched[] }> {
  const ids = rows.map(({ id }) => id)
  const [ran, served, lengths, copies] = await Promise.all([
    watchedOfViewings(db, house.houseId, ids),
    servedOfViewings(db, house.houseId, ids),
    lengthsOf(house, db, rows.map(({ reelId }) => reelId)), // prettier-ignore
    copiesOfViewings(db, house.houseId, rows.filter(({ kind }) => kind === 'copy').map(({ id }) => id)), // prettier-ignore
  ])
  const films = new Map<string, FilmWatched & { played: Played[]; unwitnessed: number }>()
  const viewings = rows.map((row): ViewingView => {
    const reported = ran.filter(({ viewingId }) => viewingId === row.id)
    const played = witnessed(reported, readSegments(served.get(row.id)?.segments ?? ''), lengths.get(row.reelId) ?? [])
    const unwitnessed = sum(reported) - sum(played)
    const film = films.get(row.titleId) ?? { titleId: row.titleId, title: row.title, viewings: 0, lastAt: row.heardAt, watched: watchedView([], row.lengthMs, 0), played: [], unwitnessed: 0 } // prettier-ignore
    films.set(row.titleId, film)
    film.viewings += 1
    film.lastAt = film.lastAt > row.heardAt ? film.lastAt : row.heardAt
    // Cuts of another length are shown beside, not over, the one that was watched last.
    if (row.lengthMs === film.watched.lengthMs) {
      film.played.push(...played)
      film.unwitnessed += unwitnessed
    }
    return {
      id: row.id,
      screenerId: row.screenerId,
      titleId: row.titleId,
      title: row.title,
      name: row.name,
      email: row.email,
      company: row.company,
      device: row.device,
      country: row.country,
      countries: row.countries,
      startedAt: row.startedAt,
      heardAt: row.heardAt,
      on: row.leftAt === null && Math.abs(house.now().getTime() - Date.parse(row.heardAt)) < ON,
      language: row.language,
      subtitles: row.subtitles,
      watched: watchedView(played, row.lengthMs, unwitnessed),
      copy: (copies.get(row.id) ?? null) as ViewingView['copy'],
    }
  })
  return {
    viewings,
    films: [...films.values()].map(({ played, unwitnessed, ...film }) => ({ ...film, watched: watchedView(played, film.watched.lengthMs, unwitnessed) })), // prettier-ignore
  }
}

const sum = (played: readonly Played[]): number => played.reduce((all, { from, to }) => all + to - from, 0)
