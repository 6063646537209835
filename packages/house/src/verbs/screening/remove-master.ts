import { removeMasterRow } from '@vitrine/store/reels/masters'
import { isPackaged } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError, isHouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmsOf, reachMaster } from '../../screening/reach-reel.ts'
import { write } from '../../write.ts'

/** Lets go of the file of a master, which is the largest thing in the house. */
export async function removeMaster(house: HouseContext, actor: Actor, args: { masterId: string }): Promise<void> {
  authorise(actor, 'removeMaster')
  const { masters } = filmsOf(house)
  await write(house, actor, async ({ trx, at, audit }) => {
    const master = await reachMaster(house, trx, args.masterId)
    if (await isPackaged(trx, house.houseId, master.id))
      throw new HouseError('wrong-state', { subject: 'Master', state: 'packaging' })
    await removeMasterRow(trx, house.houseId, master.id, at)
    audit({ verb: 'removeMaster', subject: 'Master', subjectId: master.id, detail: { fileName: master.fileName } })
  })
  // After the row: a file without a row is only room lost, a row without its file would be a promise broken.
  await masters.remove(args.masterId).catch((thrown: unknown) => {
    if (!isHouseError(thrown) || thrown.code !== 'films-down') throw thrown
    // What cannot be deleted now is found when films are tidied.
  })
}
