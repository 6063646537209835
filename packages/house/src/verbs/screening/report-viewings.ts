import { lengthOf, unionOf } from '@vitrine/screening/watching/intervals'
import { addSegments, readSegments, writeSegments } from '@vitrine/screening/watching/segments'
import { believe, witnessed } from '@vitrine/screening/watching/watched'
import { listViewingRows, lockViewings, recordViewings, servedOfViewings, type ViewingHeard, type WatchedRow, watchedOfViewings } from '@vitrine/store/screening/viewings' // prettier-ignore
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs, ViewingReport } from '../../contract/screeners.ts'
import { authorise } from '../../policies/authorise.ts'
import { lengthsOf } from '../../screening/watched-view.ts'

/** Milliseconds of film: what is shorter is a finger on the scroll bar. */
const SHORTEST_STRETCH = 100
/** Two stretches that meet within so many milliseconds are one that ran on. */
const SEAM = 500
/** Of one viewing: a whole day of searching to and fro has fewer. More are not kept. */
const MOST_STRETCHES = 4_000

/**
 * Writes what the server heard of many viewings, in one transaction, as far as there was time for it: the viewings are held meanwhile, so
 * that what several servers heard is judged together. What a person did is not in the trail, so the house is not locked.
 */
export async function reportViewings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['reportViewings']>[1],
): Promise<void> {
  authorise(actor, 'reportViewings')
  const { houseId } = house
  const ids = args.reports.map(({ id }) => id)
  await house.writeTurn(() =>
    house.db.transaction().execute(async (trx) => {
      await lockViewings(trx, houseId, ids)
      const served = await servedOfViewings(trx, houseId, ids)
      const rows = new Map((await listViewingRows(trx, houseId, { ids }, ids.length)).map((row) => [row.id, row]))
      const ran = Map.groupBy(await watchedOfViewings(trx, houseId, ids), ({ viewingId }) => viewingId)
      const lengths = await lengthsOf(house, trx, [...rows.values()].map(({ reelId }) => reelId)) // prettier-ignore
      const heard: ViewingHeard[] = []
      const stretches: WatchedRow[] = []
      for (const report of args.reports) {
        const row = rows.get(report.id)
        if (row === undefined) continue
        const before = ran.get(report.id) ?? []
        // One that another server wrote may have been heard later than this one: there was time for both until then.
        const at = Math.max(Date.parse(report.at), Date.parse(row.heardAt))
        const { played, told } = believe(report.played, {
          told: Date.parse(row.toldTo ?? row.startedAt),
          at,
          length: row.lengthMs,
        })
        const { changed, all } = withReport(before, { ...report, played: played.filter(({ from, to }) => to - from >= SHORTEST_STRETCH) }) // prettier-ignore
        stretches.push(...changed)
        const segments = addSegments(readSegments(served.get(report.id)?.segments ?? ''), report.segments)
        const borne = witnessed(all, segments, lengths.get(row.reelId) ?? [])
        const silent = report.positionMs < 0 // files were sent, and nothing was reported
        heard.push({
          id: report.id,
          heardAt: report.at,
          leftAt: report.left ? report.at : null,
          openedAt: report.openedAt,
          country: report.country,
          toldTo: silent ? row.toldTo : new Date(told).toISOString(),
          positionMs: silent ? row.positionMs : Math.min(report.positionMs, row.lengthMs),
          language: report.language ?? row.language,
          subtitles: silent ? row.subtitles : report.subtitles,
          seenMs: Math.min(row.lengthMs, lengthOf(unionOf(borne))),
          ranMs: Math.max(lengthOf(borne), Math.min(row.lengthMs, lengthOf(unionOf(borne)))),
          segments: writeSegments(segments),
          bytes: report.bytes,
        })
      }
      await recordViewings(trx, houseId, heard, stretches)
    }),
  )
}

/** The rows that a report adds or makes longer, and all of the viewing's rows with them. */
function withReport(before: readonly WatchedRow[], report: ViewingReport): { changed: WatchedRow[]; all: WatchedRow[] } {
  const all = [...before]
  const changed = new Map<number, WatchedRow>()
  for (const { from, to, speed } of report.played) {
    const last = all.at(-1)
    const { language, subtitles } = report
    const runsOn = last !== undefined && last.speed === speed && last.language === language && last.subtitles === subtitles && Math.abs(from - last.to) <= SEAM && to > last.to // prettier-ignore
    if (!runsOn && all.length >= MOST_STRETCHES) break
    const row = runsOn ? { ...last, to } : { viewingId: report.id, seq: (last?.seq ?? -1) + 1, from, to, speed, language, subtitles, at: report.at } // prettier-ignore
    if (runsOn) all.pop()
    all.push(row)
    changed.set(row.seq, row)
  }
  return { changed: [...changed.values()], all }
}
