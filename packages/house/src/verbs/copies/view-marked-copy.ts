import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MarkedCopyView, OwnCopy } from '../../contract/marked-copies.ts'
import { ownCopy, toCopyView } from '../../copies/reach-copy.ts'
import { authorise } from '../../policies/authorise.ts'
import { stateOf } from '../../screening/screener-view.ts'

/** One's own copy, on the device on which it was asked for; null: there is none. */
export async function viewMarkedCopy(house: HouseContext, actor: Actor, args: OwnCopy): Promise<MarkedCopyView | null> {
  authorise(actor, 'viewMarkedCopy')
  const { screener, copy } = await ownCopy(house, house.db, args)
  if (copy === null) return null
  const told = toCopyView(copy)
  // Its file may lie there for some seconds still; it is sent no more.
  return told.state === 'ready' && stateOf(house, screener) !== 'open'
    ? { ...told, state: 'gone', bytes: null, until: null }
    : told
}
