import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { WebhookView } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'
import { webhookViews } from '../../rights/webhook-view.ts'

/** Programs that are told when availabilities change, without their secrets. */
export async function listWebhooks(house: HouseContext, actor: Actor): Promise<WebhookView[]> {
  authorise(actor, 'listWebhooks')
  return webhookViews(house.db, house.houseId, house.now().toISOString())
}
