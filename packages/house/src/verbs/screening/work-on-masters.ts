/** Workers and masters: one looks at a master at a time. What it does leaves no line in the trail: nobody decided it. */
import { keepMaster as keep, noteMasterReport, takeMaster as take } from '@vitrine/store/reels/masters'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ReelVerbs } from '../../contract/reels.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { asReelFailure, failedOrPutOff } from '../../screening/reel-failures.ts'
import { LEASE, MOST_ATTEMPTS } from '../../screening/lease.ts'

export async function takeMaster(
  house: HouseContext,
  actor: Actor,
  { worker }: { worker: string },
): ReturnType<ReelVerbs['takeMaster']> {
  authorise(actor, 'takeMaster')
  const master = await take(house.db, house.houseId, worker, LEASE, MOST_ATTEMPTS)
  return master === null ? null : { id: master.id }
}

/** What was handed in, on this machine. Whether it is there is learnt when it is fetched: a bucket may be away at any time. */
export async function fetchHandedIn(
  house: HouseContext,
  actor: Actor,
  { what, id, signal }: Parameters<ReelVerbs['fetchHandedIn']>[1],
): Promise<string> {
  authorise(actor, 'fetchHandedIn')
  const { masters, copies } = filmsOf(house)
  const path = await (what === 'Master' ? masters : copies).fetch(id, signal)
  if (path === null) throw new HouseError('not-found', { subject: what })
  return path
}

/** Whoever fetched it is done with it, or could not fetch it. */
export async function letGoHandedIn(
  house: HouseContext,
  actor: Actor,
  { what, id }: { what: 'Master' | 'Trace'; id: string },
): Promise<void> {
  authorise(actor, 'letGoHandedIn')
  const { masters, copies } = filmsOf(house)
  await (what === 'Master' ? masters : copies).done(id)
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
  const over = word === null ? null : failedOrPutOff(word)
  const most = over?.state === 'put-off' ? over.most : 0
  await noteMasterReport(house.db, house.houseId, id, worker, { report, failure: word, most })
}
