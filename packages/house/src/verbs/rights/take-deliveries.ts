import { claimDeliveries } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'

/** Seconds for which a delivery is somebody's: longer than it can take, so that only the death of its server frees it. */
const LEASE = 60
const MOST = 20

/** Takes deliveries that are due, so that no other server takes them meanwhile. */
export async function takeDeliveries(house: HouseContext, actor: Actor): ReturnType<RightsVerbs['takeDeliveries']> {
  authorise(actor, 'takeDeliveries')
  return claimDeliveries(house.db, house.houseId, house.now().toISOString(), LEASE, MOST)
}
