import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { webhookView } from '../../rights/webhook-view.ts'

/** One program that is told of changes, without its secret. */
export async function viewWebhook(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['viewWebhook']>[1],
): ReturnType<RightsVerbs['viewWebhook']> {
  authorise(actor, 'viewWebhook')
  return webhookView(house.db, house.houseId, args.id, house.now().toISOString())
}
