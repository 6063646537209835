/** Workers and reels: one makes a reel at a time, and what it made is the house’s only when the row says so. */
import {
  findReel,
  giveBackReels,
  keepReel as keep,
  noteCleared,
  reelsToClear,
  settleReel as settle,
  takeReel as take,
} from '@vitrine/store/reels/reels'
import { failMasters, findMaster } from '@vitrine/store/reels/masters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MasterReport, Reel, ReelVerbs, ReelWork } from '../../contract/reels.ts'
import { authorise } from '../../policies/authorise.ts'
import { LEASE, MOST_ATTEMPTS } from '../../screening/lease.ts'
import { beyondUndo, filmsOf } from '../../screening/reach-reel.ts'
import { asReelFailure, failedOrPutOff, type ReelFailure } from '../../screening/reel-failures.ts'
import { tracksOf } from '../../screening/subtitle-tracks.ts'
import { openKey } from '../../screening/sealed-key.ts'
import { tagOf } from '../../screening/worker-tag.ts'
import { write } from '../../write.ts'

/** Takes the reel that waits longest. One that can never be made fails at once, and the next is taken. */
export async function takeReel(house: HouseContext, actor: Actor, { worker }: { worker: string }): Promise<ReelWork | null> {
  authorise(actor, 'takeReel')
  const { db, houseId } = house
  for (;;) {
    const at = house.now().toISOString()
    const reel = await take(db, houseId, worker, at, LEASE)
    if (reel === null) return null
    const master = await findMaster(db, houseId, reel.masterId)
    const report = (master?.report ?? null) as MasterReport | null
    const markKey = openKey(house.sealing, `reel ${reel.id}`, reel.sealedKey)
    const failure: ReelFailure | null = report === null ? 'no-master' : reel.marked && markKey === null ? 'no-key' : null
    if (report === null || failure !== null) {
      await settle(db, houseId, reel.id, worker, at, { state: 'failed', failure: failure ?? 'no-master' })
      continue
    }
    return {
      id: reel.id,
      masterId: reel.masterId,
      report,
      languages: reel.languages,
      markKey: reel.marked ? markKey : null,
    }
  }
}

export async function keepReel(
  house: HouseContext,
  actor: Actor,
  { id, worker, progress }: { id: string; worker: string; progress: number },
): Promise<boolean> {
  authorise(actor, 'keepReel')
  const thousandths = Math.min(999, Math.max(0, Math.floor((Number.isFinite(progress) ? progress : 0) * 1000)))
  return keep(house.db, house.houseId, id, worker, thousandths, house.now().toISOString(), LEASE)
}

export async function readyFolder(
  house: HouseContext,
  actor: Actor,
  { id, worker, signal }: Parameters<ReelVerbs['readyFolder']>[1],
): Promise<string> {
  authorise(actor, 'readyFolder')
  return filmsOf(house).reels.make(id, tagOf(worker), signal)
}

/** What became of a reel. Of one that somebody cancelled meanwhile, or that another worker has, nothing is kept. */
export async function settleReel(house: HouseContext, actor: Actor, args: Parameters<ReelVerbs['settleReel']>[1]): Promise<void> {
  authorise(actor, 'settleReel')
  const { db, houseId } = house
  const { reels } = filmsOf(house)
  const { id, worker } = args
  const at = house.now().toISOString()
  if (args.outcome === 'ready') await takeIn(house, actor, id, worker, args.reel, args.signal)
  else if (args.outcome === 'failed') await settle(db, houseId, id, worker, at, failedOrPutOff(asReelFailure(args.failure)))
  else await settle(db, houseId, id, worker, at, { state: 'waiting' })
  await reels.drop(id, tagOf(worker))
}

/**
 * The files appear and the row says ready in one transaction, in which the reel is held: a worker that was thought dead and comes back
 * finds it another's, and touches nothing. The house is held too, so that no subtitles come or go in between.
 */
async function takeIn(
  house: HouseContext,
  actor: Actor,
  id: string,
  worker: string,
  made: Reel,
  signal?: AbortSignal,
): Promise<void> {
  // prettier-ignore
  const { houseId } = house
  const { reels } = filmsOf(house)
  const bytes = await reels.weigh(id, tagOf(worker), signal)
  // An S3 may be silent for seconds: it says its word before the house is held. The reel is this worker's for longer than that.
  if (!(await keep(house.db, houseId, id, worker, 999, house.now().toISOString(), LEASE))) return
  await reels.seal(id, tagOf(worker))
  await write(house, actor, async ({ trx, at }) => {
    if (!(await keep(trx, houseId, id, worker, 999, at, LEASE))) return
    await reels.take(id, tagOf(worker))
    const row = (await findReel(trx, houseId, id))!
    const reel: Reel = { ...made, subtitles: await tracksOf(house, trx, row.titleId, row) }
    await settle(trx, houseId, id, worker, at, { state: 'ready', reel, bytes })
  })
}

export async function tidyReels(house: HouseContext, actor: Actor): ReturnType<ReelVerbs['tidyReels']> {
  authorise(actor, 'tidyReels')
  const { db, houseId } = house
  const { reels } = filmsOf(house)
  const lost: ReelFailure = 'workers-died'
  const takenBack = await giveBackReels(db, houseId, house.now().toISOString(), MOST_ATTEMPTS, lost)
  await failMasters(db, houseId, MOST_ATTEMPTS, lost)
  const gone = await reelsToClear(db, houseId, beyondUndo(house.now()))
  for (const id of gone) {
    await reels.remove(id)
    await noteCleared(db, houseId, id)
  }
  return { takenBack: takenBack.length, cleared: gone.length }
}
