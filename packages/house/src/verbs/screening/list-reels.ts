import { mastersOfTitle } from '@vitrine/store/reels/masters'
import { reelsOfTitle } from '@vitrine/store/reels/reels'
import { subtitlesOfTitle } from '@vitrine/store/reels/subtitles'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ReelRoom } from '../../contract/reels.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { beyondUndo, toMasterView, toReelView } from '../../screening/reach-reel.ts'
import { toSubtitlesView } from '../../screening/subtitle-tracks.ts'
import { reachTitle } from '../../titles/reach-title.ts'

/** What was handed in of a film, what is made of it, and how far that is. */
export async function listReels(house: HouseContext, actor: Actor, args: { titleId: string }): Promise<ReelRoom> {
  const { db, houseId } = house
  const title = await reachTitle(house, db, actor, 'listReels', args.titleId)
  const [masters, reels, subtitles] = await Promise.all([
    mastersOfTitle(db, houseId, title.id),
    reelsOfTitle(db, houseId, title.id, beyondUndo(house.now())),
    subtitlesOfTitle(db, houseId, title.id),
  ])
  return {
    titleId: title.id,
    title: title.sheet.title,
    cuts: cutsOf(title.sheet),
    masters: masters.map(toMasterView),
    reels: reels.map(toReelView),
    subtitles: subtitles.map(toSubtitlesView),
  }
}
