import { listIntakeRows } from '@vitrine/store/intake/intakes'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { IntakeLine } from '../../contract/intake.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { toIntakeLine } from '../../intake/reach-intake.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST = 100

/** Files that came in, newest first. */
export async function listIntakes(
  house: HouseContext,
  actor: Actor,
  { cursor = null, limit = 50 }: { cursor?: string | null; limit?: number },
): Promise<Page<IntakeLine>> {
  authorise(actor, 'listIntakes')
  const [before] = fromCursor(cursor) ?? []
  const most = Math.min(Math.max(limit, 1), MOST)
  const rows = await listIntakeRows(house.db, house.houseId, before === undefined ? null : String(before), most + 1)
  const items = rows.slice(0, most).map(toIntakeLine)
  return { items, nextCursor: rows.length > most ? toCursor(items.at(-1)!.id) : null }
}
