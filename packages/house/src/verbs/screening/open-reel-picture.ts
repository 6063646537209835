import { findReel } from '@vitrine/store/reels/reels'
import { type Reel, reelPaths } from '@vitrine/screening/reel/reel'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ReelVerbs } from '../../contract/reels.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmsOf } from '../../screening/reach-reel.ts'

/** The poster of a reel, or a sheet of its storyboard: what the desk shows of it. */
export async function openReelPicture(
  house: HouseContext,
  actor: Actor,
  { id, picture }: Parameters<ReelVerbs['openReelPicture']>[1],
): ReturnType<ReelVerbs['openReelPicture']> {
  authorise(actor, 'openReelPicture')
  const row = await findReel(house.db, house.houseId, id)
  const reel = row?.state === 'ready' ? (row.reel as Reel) : null
  const there = picture === 'poster' ? reel?.poster : Number.isInteger(picture) && picture >= 0 && picture < (reel?.storyboard?.sheets ?? 0) // prettier-ignore
  const path = picture === 'poster' ? reelPaths.poster : reelPaths.storyboard(picture)
  const file = there === true ? await filmsOf(house).reels.open(id, path) : null
  if (file === null) throw new HouseError('not-found', { subject: 'Reel' })
  return file
}
