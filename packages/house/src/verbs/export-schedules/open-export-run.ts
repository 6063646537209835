import { findRun } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExportScheduleVerbs } from '../../contract/export-schedules.ts'
import { HouseError } from '../../errors.ts'
import { maySend } from '../../exchange/schedules.ts'
import { authorise } from '../../policies/authorise.ts'

/** The file that an export made. Who may fetch it goes by what it was when it was made. */
export async function openExportRun(
  house: HouseContext,
  actor: Actor,
  { id }: { id: string },
): ReturnType<ExportScheduleVerbs['openExportRun']> {
  authorise(actor, 'openExportRun')
  const run = await findRun(house.db, house.houseId, id)
  if (run === null || run.contentHash === null || !maySend(actor, run)) throw new HouseError('not-found', { subject: 'Export' })
  const kept = await house.files.getPieces(run.contentHash)
  if (kept === null) throw new HouseError('not-found', { subject: 'File' })
  return { fileName: run.fileName!, mediaType: run.mediaType!, ...kept }
}
