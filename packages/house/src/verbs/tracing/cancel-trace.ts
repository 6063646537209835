import { cancelTraceRow } from '@vitrine/store/reels/traces'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { deleteCopy, holdTrace, isOver } from '../../tracing/reach-trace.ts'
import { write } from '../../write.ts'

/** A copy is not to be traced after all. Its worker learns it within a second and stops; the copy is deleted. */
export async function cancelTrace(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'cancelTrace')
  await write(house, actor, async ({ trx, at, audit }) => {
    const { state } = await holdTrace(house, trx, id)
    if (isOver(state)) throw new HouseError('wrong-state', { subject: 'Trace', state })
    await cancelTraceRow(trx, house.houseId, id, at)
    audit({ verb: 'cancelTrace', subject: 'Trace', subjectId: id })
  })
  await deleteCopy(house, id)
}
