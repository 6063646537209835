/** A deal takes a step: its state, its line on its page and its line in the audit trail, in the transaction at hand. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import { DEAL, type DealState } from '@vitrine/deals/states/machines'
import { mayStep, mayStepBack } from '@vitrine/deals/states/machine'
import type { OfferSide } from '@vitrine/deals/offer/offer'
import { type DealRow, stepDealRow } from '@vitrine/store/deals/deals'
import { appendDealEvent } from '@vitrine/store/deals/events'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import type { Writing } from '../write.ts'

export interface DealStep {
  to: DealState
  /** The verb that takes it. */
  verb: AuditVerb
  detail?: Record<string, unknown>
  lostReason?: string
  lostNote?: string | null
  signedOn?: string
  /** It takes a decision back. */
  back?: boolean
}

/** Fails with `wrong-state` where the step does not follow. To stay in a state is only an event. */
export async function stepDeal(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  deal: DealRow,
  step: DealStep,
): Promise<void> {
  const { to, verb, detail = {}, back = false, ...rest } = step
  if (!mayStep(DEAL, deal.state, to) && !(back && mayStepBack(DEAL, deal.state, to)))
    throw new HouseError('wrong-state', { subject: 'Deal', state: deal.state, asked: to })
  if (to !== deal.state) await stepDealRow(writing.trx, house.houseId, deal.id, { state: to, at: writing.at, ...rest })
  await noteDeal(house, writing, actor, deal.id, verb, to === deal.state ? detail : { ...detail, from: deal.state, to })
}

/** Something happened in a deal that changes no state. `detail` holds ids, states and sums; never a person's name or words. */
export async function noteDeal(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  dealId: string,
  verb: AuditVerb,
  detail: Record<string, unknown>,
): Promise<void> {
  await appendDealEvent(writing.trx, house.houseId, dealId, { at: writing.at, byId: actor.userId, byName: actor.name, what: verb, detail }) // prettier-ignore
  writing.audit({ verb, subject: 'Deal', subjectId: dealId, detail })
}

/** How people name a deal: D-12. It is the contract's reference in the rights book. */
export const dealReference = (deal: Pick<DealRow, 'number'>): string => `D-${deal.number}`

/** For whom an actor decides. */
export const sideOf = (actor: Actor): OfferSide => (actor.role === 'buyer' ? 'buyer' : 'house')
