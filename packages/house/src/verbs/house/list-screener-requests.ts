import { listScreenerRequestRows } from '@vitrine/store/screeners/screener-requests'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page, ScreenerRequest } from '../../contract.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const PAGE = 50

/** Who asked to see what, the newest first. */
export async function listScreenerRequests(
  house: HouseContext,
  actor: Actor,
  args: { cursor?: string | null },
): Promise<Page<ScreenerRequest>> {
  authorise(actor, 'listScreenerRequests')
  const cursor = fromCursor(args.cursor)
  const rows = await listScreenerRequestRows(
    house.db,
    house.houseId,
    cursor ? { at: String(cursor[0]), id: String(cursor[1]) } : null,
    PAGE + 1,
  )
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > PAGE && last ? toCursor(last.at, last.id) : null }
}
