import type { DeliverableState } from '@vitrine/deals/states/machines'
import { listDeliverableRows } from '@vitrine/store/after/deliverables'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { AfterVerbs, DeliverableListed } from '../../contract/after.ts'
import { fromCursor, parse, toCursor } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'

const Filter = z.object({
  shelf: z.enum(['open', 'sent', 'done']).default('open'),
  cursor: z.string().max(500).nullable().optional(),
  limit: z.number().int().min(1).max(500).default(100),
})
export const SHELVES: Record<z.infer<typeof Filter>['shelf'], DeliverableState[]> = {
  open: ['wanted', 'ready', 'refused'],
  sent: ['sent'],
  done: ['accepted', 'waived'],
}

/** What is due across all deals, the soonest first; a buyer gets what their own company does, and not how the house calls the deal. */
export async function listDeliverables(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['listDeliverables']>[1],
): Promise<Page<DeliverableListed>> {
  authoriseEver(actor, 'listDeliverables')
  if (!can(actor, 'listDeliverables', { companyId: actor.companyId ?? null })) return { items: [], nextCursor: null } // a buyer of no company
  const { shelf, cursor, limit } = parse(Filter, args)
  const after = fromCursor(cursor)
  const outside = actor.role === 'buyer'
  const rows = await listDeliverableRows(house.db, house.houseId, {
    states: SHELVES[shelf],
    companyId: outside ? actor.companyId! : undefined,
    after: after === null ? null : { dueOn: after[0] === '' ? null : String(after[0]), id: String(after[1]) },
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: outside ? items.map((item) => ({ ...item, dealName: '', lies: null, note: null })) : items,
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.dueOn ?? '', last.id) : null,
  }
}
