import { setDiscarded } from '@vitrine/store/sheets/received-sheets'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { reachSheet } from '../../sheets/dropped.ts'
import { write } from '../../write.ts'

/** Brings a sheet back that was put aside. */
export async function restoreDroppedSheet(house: HouseContext, actor: Actor, args: { id: string }): Promise<void> {
  await write(house, actor, async (writing) => {
    const row = await reachSheet(house, writing.trx, actor, 'restoreDroppedSheet', args.id)
    if (row.discardedAt === null) return
    await setDiscarded(writing.trx, house.houseId, row.id, null)
    writing.audit({ verb: 'restoreDroppedSheet', subject: 'Sheet', subjectId: row.id })
  })
}
