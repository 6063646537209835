import { changeWebhookRow } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { webhookUrl, webhookView } from '../../rights/webhook-view.ts'
import { write } from '../../write.ts'

/**
 * Leads a webhook to another address (what waits goes there too), switches it off or on again. While it is off nothing is kept for
 * it, and what waits is given up: a program that comes back asks anew instead of being told of what may be long past.
 */
export async function changeWebhook(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['changeWebhook']>[1],
): ReturnType<RightsVerbs['changeWebhook']> {
  authorise(actor, 'changeWebhook')
  const url = args.url === undefined ? null : webhookUrl(args.url)
  const on = args.on ?? null
  return write(house, actor, async ({ trx, at, audit }) => {
    if (!(await changeWebhookRow(trx, house.houseId, args.id, { url, on, at })))
      throw new HouseError('not-found', { subject: 'Webhook' })
    const detail = { ...(url === null ? {} : { host: new URL(url).host }), ...(on === null ? {} : { on }) }
    audit({ verb: 'changeWebhook', subject: 'Webhook', subjectId: args.id, detail })
    return webhookView(trx, house.houseId, args.id, at)
  })
}
