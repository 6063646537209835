import { disableWebhook } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** A program is told no more; what it had not been told is given up. */
export async function removeWebhook(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['removeWebhook']>[1],
): Promise<void> {
  authorise(actor, 'removeWebhook')
  await write(house, actor, async (writing) => {
    if (!(await disableWebhook(writing.trx, house.houseId, args.id, writing.at)))
      throw new HouseError('not-found', { subject: 'Webhook' })
    writing.audit({ verb: 'removeWebhook', subject: 'Webhook', subjectId: args.id })
  })
}
