import { lastRuns, listSchedules } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExportSchedule, ExportWhat } from '../../contract/export-schedules.ts'
import { hiddenFrom, maySend, toSchedule } from '../../exchange/schedules.ts'
import { authorise } from '../../policies/authorise.ts'

/** Exports that repeat, with what came of each last time; with `ended` those that were ended in the last thirty days. */
export async function listExportSchedules(
  house: HouseContext,
  actor: Actor,
  { ended = false }: { ended?: boolean } = {},
): Promise<ExportSchedule[]> {
  authorise(actor, 'listExportSchedules')
  const [rows, runs] = await Promise.all([
    listSchedules(house.db, house.houseId, ended),
    lastRuns(house.db, house.houseId, hiddenFrom(actor)),
  ])
  const last = new Map(runs.map((run) => [run.scheduleId, run]))
  return rows.filter(({ what }) => maySend(actor, what as ExportWhat)).map((row) => toSchedule(row, last.get(row.id) ?? null))
}
