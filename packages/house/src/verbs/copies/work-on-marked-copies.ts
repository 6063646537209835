/** Workers and copies to keep: one makes a copy at a time, and its file is the house’s only when the row says so. */
import { formatDay } from '@vitrine/messages'
import type { Reel } from '@vitrine/screening'
import {
  cancelOverCopies,
  copiesToRemove,
  giveBackCopies,
  keepMarkedCopyRow as keep,
  type MarkedCopyRow,
  noteCopyGone,
  settleMarkedCopyRow as settle,
  statesOfCopies,
  takeMarkedCopyRow,
} from '@vitrine/store/reels/marked-copies'
import { findViewingToServe } from '@vitrine/store/screening/viewings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MarkedCopyVerbs, MarkedCopyWork } from '../../contract/marked-copies.ts'
import { layLongEnough } from '../../copies/reach-copy.ts'
import { authorise } from '../../policies/authorise.ts'
import { LEASE, MOST_ATTEMPTS } from '../../screening/lease.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { asReelFailure, failedOrPutOff, type ReelFailure } from '../../screening/reel-failures.ts'
import { textOf } from '../../screening/subtitle-tracks.ts'
import { variantsOf } from '../../screening/variants-of.ts'
import { tagOf } from '../../screening/worker-tag.ts'

/** Takes the copy that waits longest. One that can never be made fails at once, and the next is taken. */
export async function takeMarkedCopy(house: HouseContext, actor: Actor, { worker }: { worker: string }): Promise<MarkedCopyWork | null> {
  authorise(actor, 'takeMarkedCopy')
  const { db, houseId } = house
  for (;;) {
    const at = house.now().toISOString()
    await cancelOverCopies(db, houseId, at)
    const row = await takeMarkedCopyRow(db, houseId, worker, at, LEASE)
    if (row === null) return null
    const work = await workOf(house, row, worker)
    if (typeof work !== 'string') return work
    await settle(db, houseId, row.id, worker, house.now().toISOString(), { state: 'failed', failure: work })
  }
} // prettier-ignore

async function workOf(house: HouseContext, row: MarkedCopyRow, worker: string): Promise<MarkedCopyWork | ReelFailure> {
  const { reels, marked } = filmsOf(house)
  const { id, name, email, sound, subtitles } = row
  const found = await findViewingToServe(house.db, house.houseId, id, 'copy')
  if (found === null) return 'failed'
  const reel = found.reel as Reel
  const day = formatDay(found.locale, row.askedAt.slice(0, 10), 'short')
  const lines = [name, [email, day].filter((word) => word !== null && word !== name).join(' · ')]
  let variants: MarkedCopyWork['variants']
  try {
    variants = variantsOf(house, id, row.reelId, reel, found.reelKey, found.viewingKey)
  } catch {
    return 'no-key' // rather no copy than one that names nobody
  }
  const of = reel.subtitles.find(({ name }) => name === subtitles)?.of
  const webvtt = of === undefined ? null : await textOf(house, of)
  return { id, pictureId: row.reelId, reel, folder: await reels.folder(row.reelId), variants, sound, subtitles, webvtt, lines, to: marked.making(id, tagOf(worker)) } // prettier-ignore
}

export async function keepMarkedCopy(
  house: HouseContext,
  actor: Actor,
  { id, worker, progress }: { id: string; worker: string; progress: number },
): Promise<boolean> {
  authorise(actor, 'keepMarkedCopy')
  const thousandths = Math.min(999, Math.max(0, Math.floor((Number.isFinite(progress) ? progress : 0) * 1000)))
  return keep(house.db, house.houseId, id, worker, thousandths, house.now().toISOString(), LEASE)
}

/** What became of a copy. Of one that somebody cancelled meanwhile, or that another worker has, nothing is kept. */
export async function settleMarkedCopy(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MarkedCopyVerbs['settleMarkedCopy']>[1],
): Promise<void> {
  authorise(actor, 'settleMarkedCopy')
  const { db, houseId } = house
  const { marked } = filmsOf(house)
  const { id, worker } = args
  const at = house.now().toISOString()
  if (args.outcome === 'ready') {
    const bytes = await marked.weigh(id, tagOf(worker), args.signal)
    if (await keep(db, houseId, id, worker, 999, at, LEASE)) {
      await marked.seal(id, tagOf(worker)) // an S3 may be silent for seconds: before anything is held
      // The file appears and the row says ready in one transaction, in which the copy is held.
      await house.writeTurn(() =>
        db.transaction().execute(async (trx) => {
          if (!(await keep(trx, houseId, id, worker, 999, at, LEASE))) return
          await marked.take(id, tagOf(worker))
          await settle(trx, houseId, id, worker, at, { state: 'ready', bytes })
        }),
      )
    }
  } else if (args.outcome === 'failed')
    await settle(db, houseId, id, worker, at, failedOrPutOff(asReelFailure(args.failure))) // prettier-ignore
  else await settle(db, houseId, id, worker, at, { state: 'waiting' })
  await marked.drop(id, tagOf(worker))
}

export async function tidyMarkedCopies(house: HouseContext, actor: Actor): ReturnType<MarkedCopyVerbs['tidyMarkedCopies']> {
  authorise(actor, 'tidyMarkedCopies')
  const { db, houseId } = house
  const { marked } = filmsOf(house)
  const at = house.now().toISOString()
  const lost: ReelFailure = 'workers-died'
  // What lies there is looked at first: whoever begins meanwhile is not among it.
  const lying = await marked.lying()
  const takenBack = await giveBackCopies(db, houseId, at, MOST_ATTEMPTS, lost)
  const cancelled = await cancelOverCopies(db, houseId, at)
  let deleted = 0
  for (const id of await copiesToRemove(db, houseId, at, layLongEnough(house.now()))) {
    await marked.remove(id)
    await noteCopyGone(db, houseId, id, at)
    deleted += 1
  }
  // Left by a worker that died, or by a server between a file and its row. What no row of this house speaks of is left alone.
  const known = await statesOfCopies(db, houseId, [...lying.made, ...lying.making.map(({ id }) => id)])
  for (const id of lying.made) {
    const state = known.get(id)?.state
    if (state === undefined || state === 'ready' || state === 'making') continue
    await marked.remove(id)
  }
  for (const { id, by } of lying.making) {
    const one = known.get(id)
    if (one === undefined || (one.takenBy !== null && tagOf(one.takenBy) === by)) continue
    await marked.drop(id, by)
  }
  return { takenBack: takenBack.length, cancelled, deleted }
}
