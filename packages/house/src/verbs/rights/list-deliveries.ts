import { listDeliveryRows } from '@vitrine/store/rights/webhooks'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { webhookView } from '../../rights/webhook-view.ts'

const PAGE = 50

/** What a program was told and how it answered, the newest first. */
export async function listDeliveries(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['listDeliveries']>[1],
): ReturnType<RightsVerbs['listDeliveries']> {
  authorise(actor, 'listDeliveries')
  await webhookView(house.db, house.houseId, args.id, house.now().toISOString())
  const after = fromCursor(args.cursor)
  const from = after === null ? null : { at: String(after[0]), id: String(after[1]) }
  const rows = await listDeliveryRows(house.db, house.houseId, args.id, from, PAGE + 1)
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > PAGE && last !== undefined ? toCursor(last.at, last.id) : null }
}
