import { listWebhookRows } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { WebhookView } from '../../contract-rights.ts'
import { authorise } from '../../policies/authorise.ts'

/** Programs that are told when availabilities change, without their secrets. */
export async function listWebhooks(house: HouseContext, actor: Actor): Promise<WebhookView[]> {
  authorise(actor, 'listWebhooks')
  return (await listWebhookRows(house.db, house.houseId)).map(({ secret: _secret, ...view }) => view)
}
