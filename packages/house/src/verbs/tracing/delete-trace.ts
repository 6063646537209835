import { deleteTraceRow } from '@vitrine/store/reels/traces'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { holdTrace, isOver } from '../../tracing/reach-trace.ts'
import { write } from '../../write.ts'

/** A trace goes with its report; the trail keeps that there was one and the checksum of what it said. */
export async function deleteTrace(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'deleteTrace')
  await write(house, actor, async ({ trx, audit }) => {
    const { state, fileName, checksum, reportHash } = await holdTrace(house, trx, id)
    if (!isOver(state)) throw new HouseError('wrong-state', { subject: 'Trace', state })
    await filmsOf(house).copies.remove(id) // first: an upload that is whole, and no trace, would be traced once more
    await deleteTraceRow(trx, house.houseId, id)
    audit({ verb: 'deleteTrace', subject: 'Trace', subjectId: id, detail: { fileName, checksum, reportHash } })
  })
}
