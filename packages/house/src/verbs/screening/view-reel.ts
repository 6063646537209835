import { findReel } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ReelView } from '../../contract/reels.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { toReelView } from '../../screening/reach-reel.ts'

/** One reel: its state, how far it is, and what it is made of. */
export async function viewReel(house: HouseContext, actor: Actor, args: { id: string }): Promise<ReelView> {
  authorise(actor, 'viewReel')
  const reel = await findReel(house.db, house.houseId, args.id)
  if (reel === null) throw new HouseError('not-found', { subject: 'Reel' })
  return toReelView(reel)
}
