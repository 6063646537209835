import { renewSecret } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { newToken } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { webhookView } from '../../rights/webhook-view.ts'
import { write } from '../../write.ts'

/** How long the old secret signs beside the new one, when it is kept: time to put the new one where it is needed. */
const OVERLAP = 24 * 3600 * 1000

/** A new secret, shown once. The old one signs for a day more, or no more at all: for one that got into wrong hands. */
export async function renewWebhookSecret(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['renewWebhookSecret']>[1],
): ReturnType<RightsVerbs['renewWebhookSecret']> {
  authorise(actor, 'renewWebhookSecret')
  const secret = newToken()
  return write(house, actor, async ({ trx, at, audit }) => {
    const oldUntil = args.keepOld ? new Date(Date.parse(at) + OVERLAP).toISOString() : null
    if (!(await renewSecret(trx, house.houseId, args.id, secret, oldUntil)))
      throw new HouseError('not-found', { subject: 'Webhook' })
    audit({ verb: 'renewWebhookSecret', subject: 'Webhook', subjectId: args.id, detail: { keepOld: args.keepOld } })
    return { webhook: await webhookView(trx, house.houseId, args.id, at), secret }
  })
}
