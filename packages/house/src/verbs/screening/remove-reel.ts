import { stepReel } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { reelFor } from '../../screening/reach-reel.ts'
import { write } from '../../write.ts'

/** Nobody can watch a reel any longer. Its files stay for as long as it can be brought back. */
export async function removeReel(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'removeReel')
  await write(house, actor, async ({ trx, at, audit }) => {
    const reel = await reelFor(house, trx, id, 'removed')
    await stepReel(trx, house.houseId, id, { state: 'removed', before: reel.state, at })
    audit({ verb: 'removeReel', subject: 'Reel', subjectId: id })
  })
}
