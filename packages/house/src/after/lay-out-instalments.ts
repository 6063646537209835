import { dueDayOf, instalmentsOf } from '@vitrine/deals/after/instalments'
import { putInstalments } from '@vitrine/store/after/instalments'
import type { StepWhenSigned } from '../deals/when-signed.ts'
import { newId } from '../ids.ts'
import { saleSoFar } from './move-instalments.ts'

/** Lays out what is to be paid; an instalment whose day is known is due on it. Runs when the deliverables are laid out. */
export const layOutInstalments: StepWhenSigned = async (house, writing, _actor, { deal, offer, day }) => {
  const sale = await saleSoFar(house, writing.trx, { id: deal.id, signedOn: day })
  const rows = instalmentsOf(offer.terms).map((each, at) => {
    const dueOn = dueDayOf(each, sale)
    return { ...each, lines: [...each.lines], id: newId(Date.parse(writing.at)), position: at + 1, currency: offer.terms.currency, state: dueOn === null ? ('planned' as const) : ('due' as const), dueOn } // prettier-ignore
  })
  await putInstalments(writing.trx, house.houseId, deal.id, rows, writing.at)
}
