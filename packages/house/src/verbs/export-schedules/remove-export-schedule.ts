import { removeSchedule } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { reachSchedule } from '../../exchange/schedules.ts'
import { forgetFiles } from '../../files/forget-files.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Ends an export that repeats; its history goes with it, and the files that it made. */
export async function removeExportSchedule(house: HouseContext, actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'removeExportSchedule')
  const { name } = await reachSchedule(house, actor, id)
  const forgotten = await write(house, actor, async ({ trx, audit }) => {
    const dropped = await removeSchedule(trx, house.houseId, id)
    audit({ verb: 'removeExportSchedule', subject: 'Export', subjectId: id, detail: { name } })
    return dropped
  })
  await forgetFiles(house, forgotten)
}
