import { listDeliveryRows, listWebhookRows } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract-rights.ts'
import { HouseError } from '../../errors.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const PAGE = 50

/** What a program was told and how it answered, the newest first. */
export async function listDeliveries(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['listDeliveries']>[1],
): ReturnType<RightsVerbs['listDeliveries']> {
  authorise(actor, 'listDeliveries')
  if (!(await listWebhookRows(house.db, house.houseId)).some(({ id }) => id === args.id))
    throw new HouseError('not-found', { subject: 'Webhook' })
  const after = fromCursor(args.cursor)
  const from = after === null ? null : { at: String(after[0]), id: String(after[1]) }
  const rows = await listDeliveryRows(house.db, house.houseId, args.id, from, PAGE + 1)
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > PAGE && last !== undefined ? toCursor(last.at, last.id) : null }
}
