/** A viewer's own viewing, and the copy to keep that belongs to it. */
import type { CopyState } from '@vitrine/screening/copy/states'
import type { Asker } from '@vitrine/store/asker'
import { findOwnCopy, type MarkedCopyRow } from '@vitrine/store/reels/marked-copies'
import type { ScreenerFilm, ScreenerRow } from '@vitrine/store/screening/screeners'
import { listViewingRows, type ViewingRow } from '@vitrine/store/screening/viewings'
import type { HouseContext } from '../context.ts'
import type { MarkedCopyView, OwnCopy } from '../contract/marked-copies.ts'
import { HouseError } from '../errors.ts'
import { screenerOf } from '../screening/enter.ts'
import type { ReelFailure } from '../screening/reel-failures.ts'
import { deviceHash } from '../screening/screener-secret.ts'
import { DAYS_KEPT } from './days-kept.ts'

const DAY = 86_400_000

/** The viewing that somebody has on their device by a link, and their copy of its film, if they asked for one. Others' are not found. */
export async function ownCopy(
  house: HouseContext,
  db: Asker,
  { secret, viewing, device }: OwnCopy,
): Promise<{ screener: ScreenerRow; film: ScreenerFilm | undefined; mine: ViewingRow; copy: MarkedCopyRow | null }> {
  const { screener, films } = await screenerOf(house, db, secret)
  const of = { kind: 'stream' as const, ids: [viewing], screenerIds: [screener.id], deviceHash: deviceHash(device) }
  const [mine] = await listViewingRows(db, house.houseId, of, 1)
  if (mine === undefined || mine.name === '') throw new HouseError('not-found', { subject: 'Viewing' })
  const { screenerId, reelId, deviceHash: hash, email, name } = mine
  const copy = await findOwnCopy(db, house.houseId, { screenerId, reelId, deviceHash: hash, email, name })
  return { screener, film: films.find((one) => one.reelId === reelId), mine, copy }
}

export function toCopyView({
  id,
  state,
  stateSince,
  progress,
  failure,
  bytes,
  askedAt,
  fetchedAt,
}: MarkedCopyRow): MarkedCopyView {
  return {
    id,
    state: state as CopyState,
    progress: progress / 1000,
    failure: failure as ReelFailure | null,
    bytes,
    askedAt,
    fetchedAt,
    until: state === 'ready' ? new Date(Date.parse(stateSince) + DAYS_KEPT * DAY).toISOString() : null,
  }
}

/** The moment before which copies were made that lay long enough. */
export const layLongEnough = (now: Date): string => new Date(now.getTime() - DAYS_KEPT * DAY).toISOString()
