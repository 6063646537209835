import type { Reel } from '@vitrine/screening'
import { findViewingToServe, tracksHeardLast, viewingsOver } from '@vitrine/store/screening/viewings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs, ServedViewing, ViewingOver } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { textOf } from '../../screening/subtitle-tracks.ts'
import { usualTracks } from '../../screening/suiting-reel.ts'
import { variantsOf } from '../../screening/variants-of.ts'

/** What the server needs to send a viewing its files: the reel, and which variant of each segment is this viewing's. Its keys stay here. */
export async function takeViewing(house: HouseContext, actor: Actor, args: { id: string }): Promise<ServedViewing> {
  authorise(actor, 'takeViewing')
  const row = await findViewingToServe(house.db, house.houseId, args.id)
  if (row === null || row.reelState !== 'ready') throw new HouseError('not-found', { subject: 'Viewing' })
  const reel = row.reel as Reel
  return {
    id: row.id,
    screenerId: row.screenerId,
    reelId: row.reelId,
    reel,
    variants: variantsOf(house, row.id, row.reelId, reel, row.reelKey, row.viewingKey),
    chosen: usualTracks(reel, await tracksHeardLast(house.db, house.houseId, row.id), row.locale),
  }
}

/** Subtitles that a film carries, WebVTT. */
export async function readSubtitleText(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<string> {
  authorise(actor, 'readSubtitleText')
  const text = await textOf(house, id)
  if (text === null) throw new HouseError('not-found', { subject: 'Subtitles' })
  return text
}

/** Of these viewings, those that are sent nothing any more: revoked, expired, left, or their film was withdrawn. */
export async function endedViewings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['endedViewings']>[1],
): Promise<{ id: string; why: ViewingOver }[]> {
  authorise(actor, 'endedViewings')
  const over = await viewingsOver(house.db, house.houseId, args.ids, house.now().toISOString())
  return over.map(({ id, why }) => ({ id, why }))
}
