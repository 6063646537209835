import { lookAgainAtMaster } from '@vitrine/store/reels/masters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { reachMaster } from '../../screening/reach-reel.ts'
import { write } from '../../write.ts'

/** Has a master looked at again that could not be read: for want of ffmpeg, of memory, of room, none of which was the file’s fault. */
export async function retryMaster(house: HouseContext, actor: Actor, args: { masterId: string }): Promise<void> {
  authorise(actor, 'retryMaster')
  await write(house, actor, async ({ trx, audit }) => {
    const master = await reachMaster(house, trx, args.masterId)
    if (master.failure === null)
      throw new HouseError('wrong-state', { subject: 'Master', state: master.report === null ? 'not-looked-at' : 'read' })
    await lookAgainAtMaster(trx, house.houseId, master.id)
    audit({ verb: 'retryMaster', subject: 'Master', subjectId: master.id })
  })
}
