/** What a trace found, put into the report that is kept. */
import { reportOf } from '@vitrine/screening/trace/report'
import type { Asker } from '@vitrine/store/asker'
import { findMaster } from '@vitrine/store/reels/masters'
import type { TraceRow } from '@vitrine/store/reels/traces'
import type { HouseContext } from '../context.ts'
import type { Reel } from '../contract/reels.ts'
import type { ReelTrace, TracedReel, TraceFound } from '../contract/traces.ts'
import { watchedReels } from './suspects.ts'

/** A report for each reel, with the master that the reel was packaged from and who had the copy when. */
export async function foundOf(
  house: HouseContext,
  db: Asker,
  row: TraceRow,
  traces: readonly ReelTrace[],
  lengths: ReadonlyMap<string, Reel['lengths']>,
): Promise<TraceFound> {
  const at = house.now().toISOString()
  const watched = await watchedReels(house, db, row.titleId)
  const custody = [
    { at: row.handedInAt, who: row.handedInBy, what: 'uploaded' as const, sha256: row.checksum, note: row.foundWhere ?? '' },
    { at, who: 'Vitrine', what: 'traced' as const, sha256: row.checksum, note: '' },
  ]
  const clip = { role: 'clip' as const, name: row.fileName, bytes: row.size, sha256: row.checksum }
  const reels: TracedReel[] = []
  for (const { id, trace } of traces) {
    const reel = watched.find((one) => one.id === id)
    const master = reel === undefined ? null : await findMaster(db, house.houseId, reel.masterId)
    if (reel === undefined || master === null) continue
    const film = { role: 'film' as const, name: master.fileName, bytes: master.size, sha256: master.checksum }
    const report = reportOf(trace, { at, reel: id, lengths: lengths.get(id) ?? [], files: [clip, film], custody })
    reels.push({ reelId: id, cut: reel.cut, episode: reel.episode, languages: reel.languages, report })
  }
  const weighed = traces.reduce((sum, { trace }) => sum + trace.verdict.candidates, 0)
  const viewings = watched.reduce((sum, reel) => sum + reel.viewings, 0)
  return { format: 1, at, reels: reels.toSorted(tellingFirst), unweighed: Math.max(0, viewings - weighed) }
}

const FOUND = ['not in time', 'not in the picture', 'in the film']
const BECAUSE = ['nothing read', 'no mark', 'thin evidence', 'named']

/** Those that name somebody, then those that the copy lies in, the best likeness first. */
function tellingFirst({ report: one }: TracedReel, { report: other }: TracedReel): number {
  return (
    BECAUSE.indexOf(other.verdict.because) - BECAUSE.indexOf(one.verdict.because) ||
    FOUND.indexOf(other.clip.found) - FOUND.indexOf(one.clip.found) ||
    other.clip.likenessOfPicture - one.clip.likenessOfPicture
  )
}
