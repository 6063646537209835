/** Workers and masters: one looks at a master at a time. What it does leaves no line in the trail: nobody decided it. */
import { keepMaster as keep, noteMasterReport, takeMaster as take } from '@vitrine/store/reels/masters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ReelVerbs } from '../../contract-reels.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { asReelFailure } from '../../screening/reel-failures.ts'
import { LEASE, MOST_ATTEMPTS } from '../../screening/lease.ts'

export async function takeMaster(
  house: HouseContext,
  actor: Actor,
  { worker }: { worker: string },
): ReturnType<ReelVerbs['takeMaster']> {
  authorise(actor, 'takeMaster')
  const { masters } = filmsOf(house)
  const master = await take(house.db, house.houseId, worker, LEASE, MOST_ATTEMPTS)
  return master === null ? null : { id: master.id, path: masters.path(master.id) }
}

export async function keepMaster(
  house: HouseContext,
  actor: Actor,
  { id, worker }: { id: string; worker: string },
): Promise<boolean> {
  authorise(actor, 'keepMaster')
  return keep(house.db, house.houseId, id, worker, LEASE)
}

export async function noteMaster(
  house: HouseContext,
  actor: Actor,
  { id, worker, report, failure }: Parameters<ReelVerbs['noteMaster']>[1],
): Promise<void> {
  authorise(actor, 'noteMaster')
  const word = failure === null ? null : asReelFailure(failure)
  await noteMasterReport(house.db, house.houseId, id, worker, { report, failure: word })
}
