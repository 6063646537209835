import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, Invoice } from '../../contract/after.ts'
import { composeInvoice, ToIssue } from '../../after/compose-invoice.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { parse } from '../../input.ts'

/** An invoice as it would be, without a number; nothing is written. */
export async function previewInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['previewInvoice']>[1],
): Promise<Invoice> {
  const asked = parse(ToIssue, args)
  const deal = await reachDeal(house, house.db, actor, 'previewInvoice', asked.dealId)
  holdDealState(deal, 'signed', 'completed', 'terminated')
  return (await composeInvoice(house, house.db, deal, asked)).content('')
}
