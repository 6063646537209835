import { noteDelivery as keepOutcome } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'

/** Seconds to wait after the first failure, the second and so on; after the last one it is given up. */
export const PAUSES = [60, 5 * 60, 30 * 60, 2 * 3600, 12 * 3600] as const

/** Notes how a delivery went, and when it is tried again. */
export async function noteDelivery(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['noteDelivery']>[1],
): Promise<void> {
  authorise(actor, 'noteDelivery')
  const now = house.now()
  const pause = PAUSES[args.attempts - 1]
  const state = args.taken ? 'delivered' : pause === undefined ? 'given-up' : 'waiting'
  const dueAt = state === 'waiting' ? new Date(now.getTime() + pause! * 1000).toISOString() : null
  await keepOutcome(house.db, house.houseId, args.id, { state, status: args.status, dueAt, at: now.toISOString() })
}
