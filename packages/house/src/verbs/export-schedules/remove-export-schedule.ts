import { setEnded } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { nextAfter } from '../../exchange/rhythm.ts'
import { reachSchedule } from '../../exchange/schedules.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/**
 * Ends an export that repeats, or with `removed` false has it go on, as long as it is remembered: thirty days, with its history. One that
 * rested goes on resting; one that was due meanwhile is due at its next time, and not at once.
 */
export async function removeExportSchedule(
  house: HouseContext,
  actor: Actor,
  { id, removed = true }: { id: string; removed?: boolean },
): Promise<void> {
  authorise(actor, 'removeExportSchedule')
  const { name, nextAt, rhythm, endedAt } = await reachSchedule(house, actor, id)
  if (removed === (endedAt !== null)) return
  await write(house, actor, async ({ trx, at, audit }) => {
    const missed = nextAt !== null && nextAt <= at
    await setEnded(trx, house.houseId, id, {
      endedAt: removed ? at : null,
      nextAt: !removed && missed ? nextAfter(rhythm, new Date(at)).toISOString() : nextAt,
    })
    audit({ verb: removed ? 'removeExportSchedule' : 'saveExportSchedule', subject: 'Export', subjectId: id, detail: { name, ...(removed ? {} : { again: true }) } }) // prettier-ignore
  })
}
