import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MasterView } from '../../contract/reels.ts'
import { authorise } from '../../policies/authorise.ts'
import { reachMaster, toMasterView } from '../../screening/reach-reel.ts'

/** A master with what was found in it. */
export async function readReport(house: HouseContext, actor: Actor, args: { masterId: string }): Promise<MasterView> {
  authorise(actor, 'readReport')
  return toMasterView(await reachMaster(house, house.db, args.masterId))
}
