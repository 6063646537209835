import { putWebhook } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { newId, newToken } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { webhookUrl } from '../../rights/webhook-view.ts'
import { write } from '../../write.ts'

/** Tells a program of changes from now on. The secret that signs what it is told is shown once. */
export async function addWebhook(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['addWebhook']>[1],
): ReturnType<RightsVerbs['addWebhook']> {
  authorise(actor, 'addWebhook')
  const url = webhookUrl(args.url)
  const secret = newToken()
  return write(house, actor, async (writing) => {
    const id = newId(Date.parse(writing.at))
    await putWebhook(writing.trx, house.houseId, { id, url, secret, at: writing.at, by: actor.name })
    writing.audit({ verb: 'addWebhook', subject: 'Webhook', subjectId: id, detail: { host: new URL(url).host } })
    return {
      webhook: {
        id,
        url,
        createdAt: writing.at,
        createdBy: actor.name,
        disabledAt: null,
        offAt: null,
        oldSecretUntil: null,
        waiting: 0,
        lastStatus: null,
      },
      secret,
    }
  })
}
