import { lengthOf, unionOf } from '@vitrine/screening/watching/intervals'
import { addSegments, readSegments, writeSegments } from '@vitrine/screening/watching/segments'
import { notYetTold, ranUntil, speaksLast, withTold } from '@vitrine/screening/watching/told'
import { believe, witnessed } from '@vitrine/screening/watching/watched'
import { listViewingRows, lockViewings, recordViewings, servedOfViewings, type ViewingHeard, type ViewingRow, type WatchedRow, viewingsOver, watchedOfViewings } from '@vitrine/store/screening/viewings' // prettier-ignore
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
): ReturnType<ScreenerVerbs['reportViewings']> {
  authorise(actor, 'reportViewings')
  const { houseId } = house
  const reports = Map.groupBy(args.reports, ({ id }) => id)
  const ids = [...reports.keys()]
  return house.writeTurn(() =>
    house.db.transaction().execute(async (trx) => {
      await lockViewings(trx, houseId, ids)
      const served = await servedOfViewings(trx, houseId, ids)
      const rows = await listViewingRows(trx, houseId, { ids }, ids.length)
      const ran = Map.groupBy(await watchedOfViewings(trx, houseId, ids), ({ viewingId }) => viewingId)
      const lengths = await lengthsOf(house, trx, rows.map(({ reelId }) => reelId)) // prettier-ignore
      const over = new Map((await viewingsOver(trx, houseId, ids, house.now().toISOString())).map((one) => [one.id, one]))
      const heard: ViewingHeard[] = []
      const stretches: WatchedRow[] = []
      for (const row of rows) {
        const of = reports.get(row.id)!
        const told = of.filter(isOfPage).toSorted(inOrder)
        const stands = told.reduce<Stands>((before, one) => withReport(before, one, over.get(row.id)?.since ?? null), {
          ...row,
          ran: ran.get(row.id) ?? [],
          changed: new Map(),
        })
        stretches.push(...stands.changed.values())
        const segments = addSegments(readSegments(served.get(row.id)?.segments ?? ''), of.flatMap((one) => one.segments)) // prettier-ignore
        const borne = witnessed(stands.ran, segments, lengths.get(row.reelId) ?? [])
        const last = of.toSorted(inOrder).at(-1)!
        const page = told.reduce<PageReport | null>((before, one) => (before !== null && isOpenedBefore(one, before) ? before : one), null) // prettier-ignore
        heard.push({
          id: row.id,
          heardAt: heardAt(row, last.at, over.get(row.id)),
          leftAt: page?.left === true ? page.at : null,
          openedAt: page?.openedAt ?? null,
          country: last.country,
          toldTo: stands.toldTo,
          toldBy: stands.toldBy,
          positionMs: stands.positionMs,
          language: stands.language,
          subtitles: stands.subtitles,
          seenMs: Math.min(row.lengthMs, lengthOf(unionOf(borne))),
          ranMs: Math.max(lengthOf(borne), Math.min(row.lengthMs, lengthOf(unionOf(borne)))),
          segments: writeSegments(segments),
          bytes: of.reduce((sum, { bytes }) => sum + bytes, 0),
        })
      }
      await recordViewings(trx, houseId, heard, stretches)
      const told = new Map(heard.map(({ id, toldBy }) => [id, toldBy]))
      return args.reports.flatMap(({ id, page }) => (told.get(id) ?? []).filter((one) => one.page === page).map((one) => ({ id, page: one.page, told: one.told }))) // prettier-ignore
    }),
  )
}

type Over = Awaited<ReturnType<typeof viewingsOver>>[number]
type PageReport = ViewingReport & { page: string }
const isOfPage = (report: ViewingReport): report is PageReport => report.page !== null
const inOrder = (a: ViewingReport, b: ViewingReport): number => Date.parse(a.at) - Date.parse(b.at) || a.report - b.report
/** Of two pages the one that was opened last says whether it was left; of one that does not say when, what comes last. */
const isOpenedBefore = (one: ViewingReport, other: ViewingReport): boolean =>
  one.openedAt !== null && other.openedAt !== null && one.openedAt < other.openedAt

/** A viewing as it is written: its row, all its stretches, and those that a report adds or makes longer. */
type Stands = ViewingRow & { ran: readonly WatchedRow[]; changed: Map<number, WatchedRow> }

/** Nobody is heard of after their link ended; who lost their place to another device does not take it back by having something to say. */
function heardAt(row: ViewingRow, at: string, over: Over | undefined): string {
  if (over?.why === 'devices') return row.heardAt
  const end = over?.since ?? at
  return end < at ? end : at
}

/** With what a page told that it had not told before. `end`: when its link was revoked or ran out; what ran after that is not counted. */
function withReport(before: Stands, report: PageReport, end: string | null): Stands {
  const written = before.toldBy.find(({ page }) => page === report.page)?.told ?? 0
  const came = Date.parse(report.at)
  const last = end === null ? came : Math.min(came, Date.parse(end))
  // One that another server wrote may have been heard later than this one: there was time for both until then.
  const at = Math.max(last, Date.parse(before.heardAt))
  // A page that tells what an earlier one left says nothing of when that ran; any other tells what ran until now.
  const ran = report.report === 0 ? report.played : ranUntil(report.played, came - last)
  const { played, told } = believe(withSeams(before.ran.at(-1), notYetTold({ ...report, played: ran }, written)), {
    told: Date.parse(before.toldTo ?? before.startedAt),
    at,
    length: before.lengthMs,
  })
  const stands = speaksLast(before.toldBy, report)
    ? { positionMs: Math.min(report.positionMs, before.lengthMs), language: report.language ?? before.language, subtitles: report.subtitles } // prettier-ignore
    : {}
  return { ...before, ...stands, ...withStretches(before, played, report.at), toldTo: new Date(told).toISOString(), toldBy: withTold(before.toldBy, report) } // prettier-ignore
}

type Part = ViewingReport['played'][number]
const isLike = (one: Part, other: Part): boolean => one.speed === other.speed && one.language === other.language && one.subtitles === other.subtitles // prettier-ignore

/** Of what meets but for a seam, the seam ran as well: it takes its time like the rest, or a film could be told as seams. */
function withSeams(before: Part | undefined, played: readonly Part[]): Part[] {
  let last = before
  return played.map((one) => {
    const isSeam = last !== undefined && isLike(last, one) && one.from > last.to && one.from - last.to <= SEAM
    return (last = isSeam ? { ...one, from: last!.to } : one)
  })
}

function withStretches(before: Stands, played: readonly Part[], at: string): Pick<Stands, 'ran' | 'changed'> {
  const ran = [...before.ran]
  const changed = new Map(before.changed)
  for (const one of played) {
    const { from, to } = one
    const last = ran.at(-1)
    const runsOn = last !== undefined && isLike(last, one) && from <= last.to && last.to - from <= SEAM && to > last.to
    if (!runsOn && (to - from < SHORTEST_STRETCH || ran.length >= MOST_STRETCHES)) continue
    const row = runsOn ? { ...last, to } : { ...one, viewingId: before.id, seq: (last?.seq ?? -1) + 1, at }
    if (runsOn) ran.pop()
    ran.push(row)
    changed.set(row.seq, row)
  }
  return { ran, changed }
}
