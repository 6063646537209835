import type { HouseContext } from '../../context.ts'
import type { Actor, DroppedSheet } from '../../contract.ts'
import { reachSheet, toDroppedSheet } from '../../sheets/dropped.ts'

/** A sheet that came in, beside what was read of it. Also the source behind a title, long after it was accepted. */
export async function openDroppedSheet(house: HouseContext, actor: Actor, args: { id: string }): Promise<DroppedSheet> {
  return toDroppedSheet(house, await reachSheet(house, house.db, actor, 'openDroppedSheet', args.id))
}
