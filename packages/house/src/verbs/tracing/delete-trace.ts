import type { Asker } from '@vitrine/store/asker'
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
  const over = async (trx: Asker) => {
    const trace = await holdTrace(house, trx, id)
    if (!isOver(trace.state)) throw new HouseError('wrong-state', { subject: 'Trace', state: trace.state })
    return trace
  }
  await over(house.db) // one that is over stays so
  // First: an upload that is whole, and no trace, would be traced once more. Not in the transaction: an S3 may be silent for seconds.
  await filmsOf(house).copies.remove(id)
  await write(house, actor, async ({ trx, audit }) => {
    const { fileName, checksum, reportHash } = await over(trx)
    await deleteTraceRow(trx, house.houseId, id)
    audit({ verb: 'deleteTrace', subject: 'Trace', subjectId: id, detail: { fileName, checksum, reportHash } })
  })
}
