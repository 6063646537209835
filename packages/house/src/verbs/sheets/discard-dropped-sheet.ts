import { setDiscarded } from '@vitrine/store/sheets/received-sheets'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { reachSheet } from '../../sheets/dropped.ts'
import { write } from '../../write.ts'

/** Puts a sheet aside; restoreDroppedSheet brings it back. One that became a title is its source and stays. */
export async function discardDroppedSheet(house: HouseContext, actor: Actor, args: { id: string }): Promise<void> {
  await write(house, actor, async (writing) => {
    const row = await reachSheet(house, writing.trx, actor, 'discardDroppedSheet', args.id)
    if (row.titleId !== null) throw new HouseError('already-accepted', { titleId: row.titleId })
    if (row.discardedAt !== null) return
    await setDiscarded(writing.trx, house.houseId, row.id, writing.at)
    writing.audit({ verb: 'discardDroppedSheet', subject: 'Sheet', subjectId: row.id })
  })
}
