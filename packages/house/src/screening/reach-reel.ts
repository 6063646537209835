import type { Asker } from '@vitrine/store/asker'
import { findMaster, type MasterRow } from '@vitrine/store/reels/masters'
import { lockReel, type ReelRow } from '@vitrine/store/reels/reels'
import { MINUTES_TO_UNDO } from '@vitrine/deals/states/machine'
import type { Reel } from '@vitrine/screening/reel/reel'
import { REEL, type ReelState } from '@vitrine/screening/reel/states'
import type { HouseContext } from '../context.ts'
import type { MasterReport, MasterView, ReelView } from '../contract/reels.ts'
import { HouseError } from '../errors.ts'
import type { FilmFiles } from '../files/film-files.ts'
import type { ReelFailure } from './reel-failures.ts'

/** A master by id whose file is there. */
export async function reachMaster(house: HouseContext, db: Asker, id: string): Promise<MasterRow> {
  const master = await findMaster(db, house.houseId, id)
  if (master === null || master.removedAt !== null) throw new HouseError('not-found', { subject: 'Master' })
  return master
}

/** A reel that is to step into a state, held until the transaction is over. */
export async function reelFor(house: HouseContext, trx: Asker, id: string, to: ReelState): Promise<ReelRow> {
  const reel = await lockReel(trx, house.houseId, id)
  if (reel === null) throw new HouseError('not-found', { subject: 'Reel' })
  const next: readonly ReelState[] = REEL.steps[reel.state as ReelState]
  if (!next.includes(to)) throw new HouseError('wrong-state', { subject: 'Reel', state: reel.state })
  return reel
}

/** The folders of films; a house that was opened without any cannot take films in. */
export function filmsOf(house: HouseContext): FilmFiles {
  if (house.films === null) throw new HouseError('files-down', { folder: 'reels' })
  return house.films
}

export function toMasterView(row: MasterRow): MasterView {
  const { id, cut, episode, fileName, size, checksum, uploadedAt, uploadedBy } = row
  const report = row.report as MasterReport | null
  return {
    id,
    cut,
    episode,
    fileName,
    size,
    checksum,
    uploadedAt,
    uploadedBy,
    report,
    failure: row.failure as ReelFailure | null,
  }
}

export function toReelView(row: ReelRow): ReelView {
  const { sealedKey: _, stateBefore: _before, progress, state, reel, failure, ...told } = row
  const until = new Date(Date.parse(row.stateSince) + MINUTES_TO_UNDO * 60_000).toISOString()
  return {
    ...told,
    state: state as ReelState,
    progress: progress / 1000,
    reel: reel as Reel | null,
    failure: failure as ReelFailure | null,
    restorableUntil: state === 'removed' ? until : null,
  }
}

/** Since when a reel must have been removed to be gone for good. */
export const beyondUndo = (now: Date): string => new Date(now.getTime() - MINUTES_TO_UNDO * 60_000).toISOString()
