/** Workers and traces: one traces a copy at a time, and what it found is the house’s only when the row says so. */
import {
  copiesToDelete,
  findTrace,
  giveBackTraces,
  keepTrace as keep,
  knownTraces,
  settleTrace as settle,
  takeTrace as take,
} from '@vitrine/store/reels/traces'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { TraceVerbs, TraceWork } from '../../contract/traces.ts'
import { canonical, sha256 } from '../../canonical.ts'
import { authorise } from '../../policies/authorise.ts'
import { LEASE, MOST_ATTEMPTS } from '../../screening/lease.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { asReelFailure, failedOrPutOff, type ReelFailure } from '../../screening/reel-failures.ts'
import { foundOf } from '../../tracing/found.ts'
import { deleteCopy } from '../../tracing/reach-trace.ts'
import { suspectsOf, watchedReels } from '../../tracing/suspects.ts'
import { write } from '../../write.ts'
import { filesRead } from '@vitrine/screening/trace/reel-film'

/** Milliseconds after which a copy without a trace belongs to no transaction that is still under way. */
const ORPHANED = 3_600_000

/** Takes the trace that waits longest. One that can never be done fails at once, and the next is taken. */
export async function takeTrace(house: HouseContext, actor: Actor, { worker }: { worker: string }): Promise<TraceWork | null> {
  authorise(actor, 'takeTrace')
  const { db, houseId } = house
  for (;;) {
    const at = house.now().toISOString()
    const row = await take(db, houseId, worker, at, LEASE)
    if (row === null) return null
    const reels = await suspectsOf(house, db, await watchedReels(house, db, row.titleId))
    if (reels.length > 0) return { id: row.id, reels }
    await fail(house, row.id, worker, 'no-key')
  }
}

export async function keepTrace(
  house: HouseContext,
  actor: Actor,
  { id, worker, progress }: { id: string; worker: string; progress: number },
): Promise<boolean> {
  authorise(actor, 'keepTrace')
  const thousandths = Math.min(999, Math.max(0, Math.floor((Number.isFinite(progress) ? progress : 0) * 1000)))
  return keep(house.db, house.houseId, id, worker, thousandths, house.now().toISOString(), LEASE)
}

/** Has on this machine what is read of reels, where they are kept elsewhere: all that a trace looks at, or the files named. */
export async function fetchReels(
  house: HouseContext,
  actor: Actor,
  { reels, signal }: Parameters<TraceVerbs['fetchReels']>[1],
): Promise<void> {
  authorise(actor, 'fetchReels')
  for (const { pictureId, reel, paths = filesRead(reel) } of reels) await filmsOf(house).reels.fetch(pictureId, paths, signal)
}

/** What came of a trace. Of one that somebody cancelled meanwhile nothing is kept. What it says is told to the trail, which nobody can rewrite. */
export async function settleTrace(
  house: HouseContext,
  actor: Actor,
  args: Parameters<TraceVerbs['settleTrace']>[1],
): Promise<void> {
  authorise(actor, 'settleTrace')
  const { id, worker } = args
  if (args.outcome === 'given-back') {
    await settle(house.db, house.houseId, id, worker, house.now().toISOString(), { state: 'waiting' })
  } else if (args.outcome === 'failed') {
    await fail(house, id, worker, asReelFailure(args.failure))
  } else {
    const lengths = new Map(args.reels.map((one) => [one.id, one.reel.lengths]))
    const ours = await write(house, actor, async ({ trx, at, audit }) => {
      const row = await findTrace(trx, house.houseId, id)
      if (row === null) return false
      const report = await foundOf(house, trx, row, args.found, lengths)
      const reportHash = sha256(canonical(report))
      const named = report.reels.flatMap((reel) => reel.report.verdict.named.map((standing) => standing.id))
      const settled = await settle(trx, house.houseId, id, worker, at, { state: 'done', report, reportHash, named: named.length })
      if (settled === null) return false
      audit({ verb: 'settleTrace', subject: 'Trace', subjectId: id, detail: { titleId: row.titleId, checksum: row.checksum, named, reportHash } }) // prettier-ignore
      return true
    })
    if (ours) await deleteCopy(house, id)
  }
}

async function fail(house: HouseContext, id: string, worker: string, failure: ReelFailure): Promise<void> {
  const at = house.now().toISOString()
  const state = await settle(house.db, house.houseId, id, worker, at, failedOrPutOff(failure))
  if (state === 'failed') await deleteCopy(house, id) // one that is put off is traced again, and needs its copy
}

export async function tidyTraces(house: HouseContext, actor: Actor): ReturnType<TraceVerbs['tidyTraces']> {
  authorise(actor, 'tidyTraces')
  const { db, houseId } = house
  const { copies } = filmsOf(house)
  const lost: ReelFailure = 'workers-died'
  const takenBack = await giveBackTraces(db, houseId, house.now().toISOString(), MOST_ATTEMPTS, lost)
  const over = await copiesToDelete(db, houseId)
  for (const id of over) await deleteCopy(house, id)
  const old = await copies.before(new Date(house.now().getTime() - ORPHANED))
  const known = await knownTraces(db, houseId, old)
  const orphans = old.filter((id) => !known.has(id))
  for (const id of orphans) await copies.remove(id)
  return { takenBack: takenBack.length, deleted: over.length + orphans.length }
}
