import { changeDeliverableRow } from '@vitrine/store/after/deliverables'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DeliverablesOfDeal } from '../../contract/after.ts'
import { deliverablesView, holdDeliverableRevision, reachDeliverable } from '../../after/reach-deliverable.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { Id, parse, Revision } from '../../input.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const text = (most: number) => z.string().trim().max(most).nullable().optional().transform((given) => (given === '' ? null : given)) // prettier-ignore
const Change = z.object({
  id: Id,
  revision: Revision,
  detail: text(200),
  dueOn: DayText.nullable().optional(),
  lies: text(2_000),
  note: text(2_000),
})

/** Says more exactly what is to be delivered, by when, and where it lies. What is not named stays. */
export async function changeDeliverable(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['changeDeliverable']>[1],
): Promise<DeliverablesOfDeal> {
  const { id, revision, ...change } = parse(Change, args)
  return write(house, actor, async (writing) => {
    const row = await reachDeliverable(house, writing.trx, actor, 'changeDeliverable', id)
    holdDeliverableRevision(row, revision)
    const { detail = row.detail, dueOn = row.dueOn, lies = row.lies, note = row.note } = change
    await changeDeliverableRow(writing.trx, house.houseId, id, { detail, dueOn, lies, note })
    await noteDeal(house, writing, actor, row.dealId, 'changeDeliverable', {
      deliverable: id,
      changed: Object.keys(change).filter((key) => change[key as keyof typeof change] !== undefined),
    })
    return deliverablesView(
      house,
      writing.trx,
      actor,
      await reachDeal(house, writing.trx, actor, 'changeDeliverable', row.dealId),
    )
  })
}
