import type { DealState } from '@vitrine/deals/states/machines'
import { type DealRow, findDeal } from '@vitrine/store/deals/deals'
import type { Asker } from '@vitrine/store/asker'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { authoriseEver } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'

/** A deal by id, for a verb. To a buyer of another company it is not there. */
export async function reachDeal(house: HouseContext, db: Asker, actor: Actor, verb: Verb, id: string): Promise<DealRow> {
  authoriseEver(actor, verb)
  const row = await findDeal(db, house.houseId, id)
  if (row === null || !can(actor, verb, { companyId: row.companyId })) throw new HouseError('not-found', { subject: 'Deal' })
  return row
}

/** Fails with `revision-changed` when the deal moved on from what the actor had in view. */
export function holdDealRevision(deal: DealRow, baseRevision: number): void {
  if (deal.revision !== baseRevision) throw new HouseError('revision-changed', { revision: deal.revision, baseRevision })
}

/** Fails with `wrong-state` when the deal is in none of the states that a verb is for. */
export function holdDealState(deal: DealRow, ...states: DealState[]): void {
  if (!states.includes(deal.state)) throw new HouseError('wrong-state', { subject: 'Deal', state: deal.state })
}
