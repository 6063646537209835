import { stepReel } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { reachMaster, reelFor } from '../../screening/reach-reel.ts'
import { write } from '../../write.ts'

/** Has a reel made that failed or was cancelled. */
export async function retryReel(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'retryReel')
  await write(house, actor, async ({ trx, at, audit }) => {
    const reel = await reelFor(house, trx, id, 'waiting')
    await reachMaster(house, trx, reel.masterId)
    await stepReel(trx, house.houseId, id, { state: 'waiting', before: null, at })
    audit({ verb: 'retryReel', subject: 'Reel', subjectId: id })
  })
}
