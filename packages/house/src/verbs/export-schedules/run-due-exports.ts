import { claimSchedule, forgetEnded, hasEnded, putRun, type ScheduleRow, setNext } from '@vitrine/store/exports/export-schedules'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExportWhat } from '../../contract/export-schedules.ts'
import { nextAfter, type Rhythm } from '../../exchange/rhythm.ts'
import { makeExport, RUNS_KEPT } from '../../exchange/schedules.ts'
import { forgetFiles } from '../../files/forget-files.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Milliseconds for which one that is due is this server's: only its death, or a house out of order, frees it. */
const LEASE = 15 * 60_000
const MOST = 5
/** One that was ended can be had again for so long. */
const REMEMBERED = 30 * 24 * 60 * 60_000

/**
 * Makes the exports that are due, one after the other, and says when each is due next. Answers how many. One that cannot be made because the
 * house is out of order keeps nobody from the others: it is tried again when its lease is over. One that meets a mistake of ours is kept in
 * its history as failed, and waits for its next time. What was wrong is thrown at the end, for the log.
 */
export async function runDueExports(house: HouseContext, actor: Actor): Promise<number> {
  authorise(actor, 'runDueExports')
  await forgetThoseEnded(house, actor)
  const wrong: unknown[] = []
  let made = 0
  while (made + wrong.length < MOST) {
    const now = house.now()
    const due = await claimSchedule(house.db, house.houseId, now.toISOString(), new Date(now.getTime() + LEASE).toISOString())
    if (due === null) break
    try {
      const mistake = await make(house, actor, due)
      if (mistake !== null) wrong.push(mistake.thrown)
      else made += 1
    } catch (thrown) {
      wrong.push(thrown)
    }
  }
  if (wrong.length > 0) throw wrong[0]
  return made
}

/** Those that were ended long ago go with their history, and the files that they made. */
async function forgetThoseEnded(house: HouseContext, actor: Actor): Promise<void> {
  const before = new Date(house.now().getTime() - REMEMBERED).toISOString()
  if (!(await hasEnded(house.db, house.houseId, before))) return
  await forgetFiles(house, await write(house, actor, ({ trx }) => forgetEnded(trx, house.houseId, before)))
}

async function make(house: HouseContext, actor: Actor, schedule: ScheduleRow): Promise<{ thrown: unknown } | null> {
  const { run, mistake } = await makeExport(house, { id: schedule.id, what: schedule.what as ExportWhat })
  const forgotten = await write(house, actor, async ({ trx, at, audit }) => {
    const nextAt = nextAfter(schedule.rhythm as Rhythm, new Date(at)).toISOString()
    await setNext(trx, house.houseId, schedule.id, { claimed: schedule.nextAt!, nextAt })
    const dropped = await putRun(trx, house.houseId, run, RUNS_KEPT)
    audit({ verb: 'runExport', subject: 'Export', subjectId: schedule.id, detail: { name: schedule.name, items: run.items, failure: run.failure } }) // prettier-ignore
    return dropped
  })
  await forgetFiles(house, forgotten)
  return mistake
}
