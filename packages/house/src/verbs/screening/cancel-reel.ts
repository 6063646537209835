import { stepReel } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { reelFor } from '../../screening/reach-reel.ts'
import { write } from '../../write.ts'

/** A reel is not to be made after all. Its worker learns it within a second and stops. */
export async function cancelReel(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'cancelReel')
  await write(house, actor, async ({ trx, at, audit }) => {
    await reelFor(house, trx, id, 'cancelled')
    await stepReel(trx, house.houseId, id, { state: 'cancelled', before: null, at })
    audit({ verb: 'cancelReel', subject: 'Reel', subjectId: id })
  })
}
