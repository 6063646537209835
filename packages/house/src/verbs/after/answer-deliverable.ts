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

const Answer = z.object({ id: Id, revision: Revision, answer: z.enum(['accepted', 'refused']) })

/** What was sent is accepted, or refused with the reason. The buyer says so, or somebody of the house notes what they said. */
export async function answerDeliverable(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['answerDeliverable']>[1],
): Promise<DeliverablesOfDeal> {
  const { id, revision, answer } = parse(Answer, args)
  const note = noteOf(args.note)
  if (answer === 'refused' && note === null)
    throw new HouseError('invalid-input', {
      issues: [{ path: 'note', message: 'Say why it is refused', messageFr: 'Dites pourquoi c’est refusé' }],
    })
  return write(house, actor, async (writing) => {
    const row = await reachDeliverable(house, writing.trx, actor, 'answerDeliverable', id)
    const deal = await reachDeal(house, writing.trx, actor, 'answerDeliverable', row.dealId)
    holdDealState(deal, 'signed', 'completed')
    holdDeliverableRevision(row, revision)
    if (row.state !== 'sent') throw new HouseError('wrong-state', { subject: 'Deliverable', state: row.state, asked: answer })
    await stepDeliverableRow(writing.trx, house.houseId, id, { state: answer, note, at: writing.at })
    await noteDeal(house, writing, actor, row.dealId, 'answerDeliverable', { deliverable: id, kind: row.kind, to: answer })
    await moveInstalments(house, writing, actor, row.dealId)
    return deliverablesView(
      house,
      writing.trx,
      actor,
      await reachDeal(house, writing.trx, actor, 'answerDeliverable', row.dealId),
    )
  })
}
