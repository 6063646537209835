import { DELIVERABLES } from '@vitrine/deals/offer/offer'
import { deliverablesOfDeal, putDeliverables } from '@vitrine/store/after/deliverables'
import { titlesOfDeal } from '@vitrine/store/deals/links'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DeliverablesOfDeal } from '../../contract/after.ts'
import { moveInstalments } from '../../after/move-instalments.ts'
import { onTheSheet } from '../../after/on-the-sheet.ts'
import { deliverablesView } from '../../after/reach-deliverable.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const MOST = 1_000
const Wanted = z.object({
  dealId: Id,
  titleId: Id.nullable(),
  kind: z.enum(DELIVERABLES),
  detail: OneLine.nullable(),
  dueOn: DayText.nullable(),
})

/** One thing more that the buyer is to get, agreed after the offer. */
export async function addDeliverable(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['addDeliverable']>[1],
): Promise<DeliverablesOfDeal> {
  const { dealId, ...wanted } = parse(Wanted, args)
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'addDeliverable', dealId)
    holdDealState(deal, 'signed', 'completed')
    if ((await deliverablesOfDeal(writing.trx, house.houseId, dealId)).length >= MOST)
      throw new HouseError('limit-reached', { limit: MOST })
    if (
      wanted.titleId !== null &&
      !(await titlesOfDeal(writing.trx, house.houseId, dealId)).some(({ id }) => id === wanted.titleId)
    )
      throw new HouseError('invalid-input', {
        issues: [{ path: 'titleId', message: 'Not a film of this deal', messageFr: 'Ce film n’est pas de cette vente' }],
      })
    const [title] = wanted.titleId === null ? [] : await findTitles(writing.trx, house.houseId, [wanted.titleId])
    const state = onTheSheet(title?.sheet ?? null, wanted.kind, wanted.detail) === 'there' ? 'ready' : 'wanted'
    const id = newId(Date.parse(writing.at))
    await putDeliverables(writing.trx, house.houseId, dealId, [{ ...wanted, id, state }], writing.at)
    await noteDeal(house, writing, actor, dealId, 'addDeliverable', { deliverable: id, kind: wanted.kind })
    await moveInstalments(house, writing, actor, dealId)
    return deliverablesView(house, writing.trx, actor, { ...deal })
  })
}
