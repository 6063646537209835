import { findInstalment, stepInstalmentRow } from '@vitrine/store/after/instalments'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, MoneyOfDeal } from '../../contract/after.ts'
import { moneyView } from '../../after/money-view.ts'
import { moveInstalments } from '../../after/move-instalments.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

/** Says on which day an instalment is to be paid, whatever it waits for; null gives it back to its event. */
export async function dateInstalment(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['dateInstalment']>[1],
): Promise<MoneyOfDeal> {
  authoriseEver(actor, 'dateInstalment')
  const id = parse(Id, args.id)
  const dueOn = parse(DayText.nullable(), args.dueOn)
  return write(house, actor, async (writing) => {
    const row = await findInstalment(writing.trx, house.houseId, id)
    if (row === null) throw new HouseError('not-found', { subject: 'Instalment' })
    const deal = await reachDeal(house, writing.trx, actor, 'dateInstalment', row.dealId)
    holdDealState(deal, 'signed', 'completed')
    if (row.state !== 'planned' && row.state !== 'due')
      throw new HouseError('wrong-state', { subject: 'Instalment', state: row.state, asked: 'due' })
    await stepInstalmentRow(writing.trx, house.houseId, id, {
      state: dueOn === null ? 'planned' : 'due',
      dueOn,
      dated: dueOn !== null,
      invoiceId: null,
      at: writing.at,
    })
    await noteDeal(house, writing, actor, deal.id, 'dateInstalment', { instalment: id, dueOn })
    if (dueOn === null) await moveInstalments(house, writing, actor, deal.id)
    return moneyView(house, writing.trx, deal)
  })
}
