/** The last signature: the paper is executed and the sale is signed, in the transaction at hand. There is no moment between them. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import type { Locale } from '@vitrine/messages'
import { findDeal } from '@vitrine/store/deals/deals'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import type { PaperRow } from '@vitrine/store/papers/papers'
import { endLinks } from '@vitrine/store/papers/signing'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { signSale } from '../deals/sign-sale.ts'
import { HouseError } from '../errors.ts'
import type { Writing } from '../write.ts'
import { stepPaper } from './reach-paper.ts'

/**
 * Executes a paper. The first of a deal to be executed, memo or contract, signs the sale; a contract that follows a memo, and an
 * amendment, put on paper what stands in the book already. Fails with `rights-conflict` when rights are gone meanwhile, with
 * `wrong-state` when other terms were agreed since it was drawn up; the paper then stays as it was.
 */
export async function executePaper(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  paper: PaperRow,
  step: { verb: AuditVerb; locale: Locale },
): Promise<void> {
  const deal = await findDeal(writing.trx, house.houseId, paper.dealId)
  const offer = (await offersOfDeal(writing.trx, house.houseId, paper.dealId)).find(({ state }) => state === 'accepted')
  if (deal === null || offer === undefined || offer.id !== paper.offerId) throw new HouseError('wrong-state', { subject: 'Offer', state: 'other terms were agreed' }) // prettier-ignore
  await stepPaper(house, writing, actor, paper, { to: 'executed', verb: step.verb })
  await endLinks(writing.trx, house.houseId, paper.id, writing.at)
  if (deal.state === 'signed' || deal.state === 'completed') return
  await signSale(house, writing, actor, { deal, offer, day: writing.at.slice(0, 10), locale: step.locale })
}
