import { listLists } from '@vitrine/store/rights/availability-lists'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { RightsVerbs, SentListSummary } from '../../contract-rights.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { isStale, toListSummary } from '../../rights/stale-lists.ts'

const PAGE = 50

/** Lists that were sent, the newest first, each with whether the book still says so. */
export async function listSentLists(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['listSentLists']>[1],
): Promise<Page<SentListSummary>> {
  authorise(actor, 'listSentLists')
  const after = fromCursor(args.cursor)
  const rows = await listLists(
    house.db,
    house.houseId,
    after === null ? null : { at: String(after[0]), id: String(after[1]) },
    PAGE + 1,
  )
  const items: SentListSummary[] = []
  for (const row of rows.slice(0, PAGE)) items.push(toListSummary(row, await isStale(house, row), args.locale))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > PAGE && last !== undefined ? toCursor(last.at, last.id) : null }
}
