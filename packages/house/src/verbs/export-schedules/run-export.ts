import { putRun } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExportRun } from '../../contract/export-schedules.ts'
import { HouseError } from '../../errors.ts'
import { makeExport, reachSchedule, RUNS_KEPT, toRun } from '../../exchange/schedules.ts'
import { forgetFiles } from '../../files/forget-files.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Makes an export that repeats once more, now. A mistake of ours is kept as its failure, and thrown for the log. */
export async function runExport(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<ExportRun> {
  authorise(actor, 'runExport')
  const schedule = await reachSchedule(house, actor, id)
  if (schedule.endedAt !== null) throw new HouseError('wrong-state', { subject: 'Export', state: 'ended' })
  const { run, mistake } = await makeExport(house, schedule)
  const forgotten = await write(house, actor, async ({ trx, audit }) => {
    const dropped = await putRun(trx, house.houseId, run, RUNS_KEPT)
    audit({ verb: 'runExport', subject: 'Export', subjectId: id, detail: { name: schedule.name, items: run.items, failure: run.failure } }) // prettier-ignore
    return dropped
  })
  await forgetFiles(house, forgotten)
  if (mistake !== null) throw mistake.thrown
  return toRun(run)
}
