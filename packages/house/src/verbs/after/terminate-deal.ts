import { dayOf, writeDay } from '@vitrine/rights/days/day'
import { instalmentsOfDeal, stepInstalmentRow } from '@vitrine/store/after/instalments'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, DealHead } from '../../contract/after.ts'
import { licencesOf } from '../../after/licences-of.ts'
import { leaveFigures } from '../../after/leave-figures.ts'
import { dealHead } from '../../after/reach-deliverable.ts'
import { holdDealRevision, holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { stepDeal } from '../../deals/step-deal.ts'
import { Id, parse, Revision } from '../../input.ts'
import { takeBackPapers } from '../../papers/take-back.ts'
import { noteOf } from '../../rights/note-of.ts'
import { DayText } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { write, type Writing } from '../../write.ts'

const Args = z.object({ id: Id, baseRevision: Revision, lastDay: DayText.nullable() })

/**
 * Ends a signed deal in one transaction: its licences count through `lastDay` (null: as if they had never been), instalments
 * that are not invoiced are cancelled, and the figures count what is left of the price. What was invoiced stays owed until it
 * is credited.
 */
export async function terminateDeal(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['terminateDeal']>[1],
): Promise<DealHead> {
  const { id, baseRevision, lastDay } = parse(Args, args)
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'terminateDeal', id)
    holdDealRevision(deal, baseRevision)
    holdDealState(deal, 'signed', 'completed')
    const effective = lastDay === null ? null : writeDay(dayOf(lastDay)! + 1)
    const licences = await licencesOf(house, writing.trx, id)
    for (const before of licences)
      await recordEntry(house, writing, actor, { id: before.id, titleId: before.titleId, before, status: 'terminated', terms: before.terms, effective, verb: 'terminateDeal', note: noteOf(args.note) }) // prettier-ignore
    await takeBackPapers(house, writing, actor, id, 'terminateDeal') // an amendment, or the contract after a memo
    const cancelled = await cancelInstalments(house, writing, id)
    await stepDeal(house, writing, actor, deal, {
      to: 'terminated',
      verb: 'terminateDeal',
      detail: { lastDay, licences: licences.map((row) => row.id), cancelled },
    })
    return dealHead(await reachDeal(house, writing.trx, actor, 'terminateDeal', id))
  })
}

/** Cancels what was not invoiced and takes it out of what was sold. Answers how much that is, in minor units. */
async function cancelInstalments(house: HouseContext, writing: Writing, dealId: string): Promise<number> {
  const { houseId } = house
  const open = (await instalmentsOfDeal(writing.trx, houseId, dealId)).filter(
    ({ state }) => state === 'planned' || state === 'due',
  )
  for (const { id, dueOn } of open)
    await stepInstalmentRow(writing.trx, houseId, id, {
      state: 'cancelled',
      dueOn,
      invoiceId: null,
      creditId: null,
      at: writing.at,
    })
  await leaveFigures(house, writing, dealId, open)
  return open.reduce((sum, { minor }) => sum + minor, 0)
}
