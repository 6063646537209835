import { listRuns } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor, Page } from '../../contract.ts'
import type { ExportRun } from '../../contract/export-schedules.ts'
import { hiddenFrom, reachSchedule, toRun } from '../../exchange/schedules.ts'
import { fromCursor, toCursor } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST = 50

/** What came of an export that repeats, newest first. */
export async function listExportRuns(
  house: HouseContext,
  actor: Actor,
  { id, cursor = null }: { id: string; cursor?: string | null },
): Promise<Page<ExportRun>> {
  authorise(actor, 'listExportRuns')
  await reachSchedule(house, actor, id)
  const [before] = fromCursor(cursor) ?? []
  const rows = await listRuns(house.db, house.houseId, id, {
    hidden: hiddenFrom(actor),
    before: before === undefined ? null : String(before),
    limit: MOST + 1,
  })
  const items = rows.slice(0, MOST).map(toRun)
  return { items, nextCursor: rows.length > MOST ? toCursor(items.at(-1)!.id) : null }
}
