import { DELIVERABLE, DELIVERABLE_STATES } from '@vitrine/deals/states/machines'
import { mayStep } from '@vitrine/deals/states/machine'
import { stepDeliverableRow } from '@vitrine/store/after/deliverables'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DeliverablesOfDeal } from '../../contract/after.ts'
import { moveInstalments } from '../../after/move-instalments.ts'
import { deliverablesView, holdDeliverableRevision, reachDeliverable } from '../../after/reach-deliverable.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse, Revision } from '../../input.ts'
import { noteOf } from '../../rights/note-of.ts'
import { write } from '../../write.ts'

const Step = z.object({
  dealId: Id,
  items: z.array(z.object({ id: Id, revision: Revision })).min(1).max(1_000), // prettier-ignore
  to: z.enum(DELIVERABLE_STATES),
})

/**
 * Marks what is ready, sent or not needed after all, or takes that back; of several all go or none. What waits for delivery
 * or acceptance falls due with it. Whether the buyer accepts is asked with `answerDeliverable`.
 */
export async function stepDeliverables(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['stepDeliverables']>[1],
): Promise<DeliverablesOfDeal> {
  const { dealId, items, to } = parse(Step, args)
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'stepDeliverables', dealId)
    holdDealState(deal, 'signed', 'completed')
    for (const { id, revision } of items) {
      const row = await reachDeliverable(house, writing.trx, actor, 'stepDeliverables', id)
      if (row.dealId !== dealId) throw new HouseError('not-found', { subject: 'Deliverable' })
      holdDeliverableRevision(row, revision)
      // A buyer's word is taken by its own verb; to take a refusal back is a step like any other.
      if (to === 'accepted' || to === 'refused' || !mayStep(DELIVERABLE, row.state, to))
        throw new HouseError('wrong-state', { subject: 'Deliverable', state: row.state, asked: to })
      await stepDeliverableRow(writing.trx, house.houseId, id, { state: to, note: noteOf(args.note), at: writing.at })
    }
    await noteDeal(house, writing, actor, dealId, 'stepDeliverables', { deliverables: items.map(({ id }) => id), to })
    await moveInstalments(house, writing, actor, dealId)
    return deliverablesView(house, writing.trx, actor, await reachDeal(house, writing.trx, actor, 'stepDeliverables', dealId))
  })
}
