import { countLists, listLists } from '@vitrine/store/rights/availability-lists'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { fromCursor, isInstant, noCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { staleListIds } from '../../rights/known-staleness.ts'
import { toListSummary } from '../../rights/stale-lists.ts'

const PAGE = 50

/** Lists that were sent: those that the book no longer bears out first, those that nobody can open any more last, else the newest first. */
export async function listSentLists(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['listSentLists']>[1],
): ReturnType<RightsVerbs['listSentLists']> {
  authorise(actor, 'listSentLists')
  const from = placeOf(args.cursor)
  const stale = await staleListIds(house)
  const rows = await listLists(house.db, house.houseId, [...stale], from, PAGE + 1)
  const items = rows.slice(0, PAGE).map((row) => toListSummary(row, row.rank === 0, args.locale))
  const last = rows[PAGE - 1]
  return {
    items,
    nextCursor: rows.length > PAGE && last !== undefined ? toCursor(last.rank, last.at, last.id) : null,
    counts: await countLists(house.db, house.houseId, [...stale]),
  }
}

function placeOf(cursor: string | null | undefined): { rank: number; at: string; id: string } | null {
  const after = fromCursor(cursor)
  if (after === null) return null
  const [rank, at, id] = after
  if (typeof rank !== 'number' || !Number.isInteger(rank) || !isInstant(at) || typeof id !== 'string') throw noCursor()
  return { rank, at, id }
}
