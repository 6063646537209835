import { listScreenerRows } from '@vitrine/store/screening/screeners'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { ScreenerVerbs, ScreenerView } from '../../contract/screeners.ts'
import { fromCursor, Id, parse, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { screenerView, screenerViews } from '../../screening/screener-view.ts'

const Asked = z.object({
  state: z.enum(['open', 'over']).optional(),
  titleId: Id.optional(),
  companyId: Id.optional(),
  limit: z.int().min(1).max(100).default(50),
})

/** Screeners, the newest first: all of them, or those of a film or of a company. */
export async function listScreeners(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['listScreeners']>[1],
): Promise<Page<ScreenerView>> {
  authorise(actor, 'listScreeners')
  const { limit, ...asked } = parse(Asked, { state: args.state, titleId: args.titleId, companyId: args.companyId, limit: args.limit }) // prettier-ignore
  const [at, id] = fromCursor(args.cursor) ?? []
  const before = at === undefined || id === undefined ? null : { at: String(at), id: String(id) }
  const rows = await listScreenerRows(house.db, house.houseId, { ...asked, at: house.now().toISOString(), before, limit: limit + 1 }) // prettier-ignore
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await screenerViews(house, house.db, page),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(last.madeAt, last.id) : null,
  }
}

export async function viewScreener(house: HouseContext, actor: Actor, args: { id: string }): Promise<ScreenerView> {
  authorise(actor, 'viewScreener')
  return screenerView(house, house.db, args.id)
}
