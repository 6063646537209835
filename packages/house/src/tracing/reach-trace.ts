import type { Asker } from '@vitrine/store/asker'
import { lockTrace, noteCopyDeleted, type TraceRow } from '@vitrine/store/reels/traces'
import type { TraceState } from '@vitrine/screening/trace/states'
import type { HouseContext } from '../context.ts'
import type { TraceView } from '../contract/traces.ts'
import { HouseError } from '../errors.ts'
import { filmsOf } from '../screening/reach-reel.ts'
import type { ReelFailure } from '../screening/reel-failures.ts'

export const isOver = (state: string): boolean => state !== 'waiting' && state !== 'tracing'

/** A trace by id, held until the transaction is over. */
export async function holdTrace(house: HouseContext, trx: Asker, id: string): Promise<TraceRow> {
  const row = await lockTrace(trx, house.houseId, id)
  if (row === null) throw new HouseError('not-found', { subject: 'Trace' })
  return row
}

export function toTraceView(row: TraceRow): TraceView {
  const { reportHash: _, progress, state, failure, ...told } = row
  return { ...told, state: state as TraceState, progress: progress / 1000, failure: failure as ReelFailure | null }
}

/** Deletes the copy of a trace that is over, and notes when. */
export async function deleteCopy(house: HouseContext, id: string): Promise<void> {
  await filmsOf(house).copies.remove(id)
  await noteCopyDeleted(house.db, house.houseId, id, house.now().toISOString())
}
