import type { Reel } from '@vitrine/screening'
import { askedFirst } from '@vitrine/screening/serving/asked-first'
import { readyReels } from '@vitrine/store/screening/screeners'
import { listViewingRows, tracksHeardLast } from '@vitrine/store/screening/viewings'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs, StartedViewing, ViewingView } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { refusal, screenerOf } from '../../screening/enter.ts'
import { deviceHash } from '../../screening/screener-secret.ts'
import { usualTracks } from '../../screening/suiting-reel.ts'
import { viewingViews } from '../../screening/watched-view.ts'

/** A viewing as its own viewer sees it, on the device that it began on: what plays, and what was recorded. Others' are not found. */
export async function viewOwnViewing(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['viewOwnViewing']>[1],
): Promise<Omit<StartedViewing, 'openedAt'> & { viewing: ViewingView }> {
  authorise(actor, 'viewOwnViewing')
  const { db, houseId } = house
  const { screener } = await screenerOf(house, db, args.secret)
  const rows = await listViewingRows(db, houseId, { kind: 'stream', ids: [args.id], screenerIds: [screener.id], deviceHash: deviceHash(args.device) }, 1) // prettier-ignore
  const row = rows[0]
  if (row === undefined) throw new HouseError('not-found', { subject: 'Viewing' })
  const [reel] = await readyReels(db, houseId, { ids: [row.reelId] })
  if (reel === undefined) throw refusal('rights')
  const packaged = reel.reel as Reel
  const { viewings } = await viewingViews(house, db, [row])
  const [film] = await findTitles(db, houseId, [row.titleId])
  const title = (args.locale && film?.sheet.titles[args.locale]) ?? row.title
  const chosen = usualTracks(packaged, await tracksHeardLast(db, houseId, row.id), screener.locale)
  return { id: row.id, reelId: row.reelId, title, name: row.name, positionMs: row.positionMs, reel: packaged, chosen, asksFirst: askedFirst(packaged, chosen.sound), visibleMark: screener.visibleMark, download: screener.download, expiresAt: screener.expiresAt, viewing: viewings[0]! } // prettier-ignore
}
