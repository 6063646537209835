import { queueEvents } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Sends a program an event that tells of nothing, signed and tried again like any other, so that its owner sees it arrive; one that is switched off gets it too. */
export async function testWebhook(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['testWebhook']>[1],
): Promise<void> {
  authorise(actor, 'testWebhook')
  await write(house, actor, async (writing) => {
    const { at } = writing
    const event = { id: newId(Date.parse(at)), name: 'test', body: { event: 'test', at }, at }
    if ((await queueEvents(writing.trx, house.houseId, [event], args.id)) === 0)
      throw new HouseError('not-found', { subject: 'Webhook' })
    writing.audit({ verb: 'testWebhook', subject: 'Webhook', subjectId: args.id })
  })
}
