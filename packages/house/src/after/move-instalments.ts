/** What happens to a sale moves its instalments, in the transaction in which it happens. */
import { dueDayOf, type SaleSoFar } from '@vitrine/deals/after/instalments'
import { allDeliveredOn, deliverableCounts } from '@vitrine/store/after/deliverables'
import { instalmentsOfDeal, stepInstalmentRow } from '@vitrine/store/after/instalments'
import type { Asker } from '@vitrine/store/asker'
import { findDeal } from '@vitrine/store/deals/deals'
import { dealOfEntry } from '@vitrine/store/deals/links'
import { stepDeal } from '../deals/step-deal.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { Writing } from '../write.ts'
import { licencesOf } from './licences-of.ts'

/** What is known of a signed sale at this moment. */
export async function saleSoFar(house: HouseContext, db: Asker, deal: { id: string; signedOn: string }): Promise<SaleSoFar> {
  const { houseId } = house
  return {
    signedOn: deal.signedOn,
    deliveredOn: await allDeliveredOn(db, houseId, deal.id, ['sent', 'accepted', 'waived'], deal.signedOn),
    acceptedOn: await allDeliveredOn(db, houseId, deal.id, ['accepted', 'waived'], deal.signedOn),
    licenceStart: await licenceStart(house, db, deal.id),
  }
}

/** The first day of the earliest licence, once all are known: an instalment is not due while one still waits for its event. */
async function licenceStart(house: HouseContext, db: Asker, dealId: string): Promise<string | null> {
  const licences = await licencesOf(house, db, dealId)
  if (licences.some(({ undated }) => undated)) return null
  return licences.map(({ firstDay }) => firstDay).filter((day) => day !== null).toSorted()[0] ?? null // prettier-ignore
}

/**
 * Instalments whose event has happened are due; those whose event was taken back wait again, unless they are invoiced. One that
 * somebody dated by hand keeps its day. When everything is delivered and paid the deal is completed, and open again when it is not.
 */
export async function moveInstalments(house: HouseContext, writing: Writing, actor: Actor, dealId: string): Promise<void> {
  const deal = await findDeal(writing.trx, house.houseId, dealId)
  if (deal === null || deal.signedOn === null || deal.state === 'terminated') return
  const sale = await saleSoFar(house, writing.trx, { id: deal.id, signedOn: deal.signedOn })
  const instalments = await instalmentsOfDeal(writing.trx, house.houseId, dealId)
  for (const instalment of instalments) {
    if (instalment.dated || (instalment.state !== 'planned' && (instalment.state !== 'due' || !MOVABLE.has(instalment.event))))
      continue
    const dueOn = dueDayOf(instalment, sale)
    const state = dueOn === null ? 'planned' : 'due'
    if (state === instalment.state) continue
    await stepInstalmentRow(writing.trx, house.houseId, instalment.id, { state, dueOn, invoiceId: null, at: writing.at })
  }
  await completeDeal(house, writing, actor, dealId)
}

/** Events that can be taken back. */
const MOVABLE = new Set(['delivery', 'acceptance'])

/** A signed deal is completed when everything is accepted and paid. */
export async function completeDeal(house: HouseContext, writing: Writing, actor: Actor, dealId: string): Promise<void> {
  const deal = await findDeal(writing.trx, house.houseId, dealId)
  if (deal === null || (deal.state !== 'signed' && deal.state !== 'completed')) return
  const { accepted = 0, waived = 0, ...open } = await deliverableCounts(writing.trx, house.houseId, dealId)
  const instalments = await instalmentsOfDeal(writing.trx, house.houseId, dealId)
  const done = Object.keys(open).length === 0 && accepted + waived > 0 && instalments.every(({ state }) => state === 'paid' || state === 'cancelled') // prettier-ignore
  const to = done ? 'completed' : 'signed'
  if (to !== deal.state) await stepDeal(house, writing, actor, deal, { to, verb: done ? 'completeDeal' : 'reopenDeal' })
}

/** The same for the deal that an entry of the rights book came from, where it came from one. */
export async function moveInstalmentsOfEntry(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  entryId: string,
): Promise<void> {
  const dealId = await dealOfEntry(writing.trx, house.houseId, entryId)
  if (dealId !== null) await moveInstalments(house, writing, actor, dealId)
}
