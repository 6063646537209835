import { lockReel, stepReel } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Brings a reel back that was removed a moment ago. The database knows how long that is allowed. */
export async function restoreReel(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'restoreReel')
  await write(house, actor, async ({ trx, at, audit }) => {
    const reel = await lockReel(trx, house.houseId, id)
    if (reel === null) throw new HouseError('not-found', { subject: 'Reel' })
    if (reel.state !== 'removed' || reel.stateBefore === null)
      throw new HouseError('wrong-state', { subject: 'Reel', state: reel.state })
    await stepReel(trx, house.houseId, id, { state: reel.stateBefore, before: null, at })
    audit({ verb: 'restoreReel', subject: 'Reel', subjectId: id })
  })
}
