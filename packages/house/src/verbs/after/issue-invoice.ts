import { stepInstalmentRow } from '@vitrine/store/after/instalments'
import { putInvoice } from '@vitrine/store/after/invoices'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract/after.ts'
import { composeInvoice, ToIssue } from '../../after/compose-invoice.ts'
import { invoiceView } from '../../after/reach-invoice.ts'
import { holdDealState, reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { write } from '../../write.ts'

/**
 * Issues an invoice for instalments that are due. Its number is taken in this very transaction, so that a failure leaves no
 * gap, and from here on it is never changed: what is wrong is credited.
 */
export async function issueInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['issueInvoice']>[1],
): Promise<InvoiceView> {
  const asked = parse(ToIssue, args)
  return write(house, actor, async (writing) => {
    const deal = await reachDeal(house, writing.trx, actor, 'issueInvoice', asked.dealId)
    holdDealState(deal, 'signed', 'completed', 'terminated')
    const { instalments, content, issuedOn } = await composeInvoice(house, writing.trx, deal, asked)
    const id = newId(Date.parse(writing.at))
    const { number, sums } = await putInvoice(writing.trx, house.houseId, {
      id,
      kind: 'invoice',
      dealId: deal.id,
      companyId: deal.companyId,
      creditsId: null,
      content,
      issuedOn,
      at: writing.at,
      byId: actor.userId,
      byName: actor.name,
    })
    for (const { id: instalmentId, dueOn } of instalments)
      await stepInstalmentRow(writing.trx, house.houseId, instalmentId, {
        state: 'invoiced',
        dueOn,
        invoiceId: id,
        at: writing.at,
      })
    await noteDeal(house, writing, actor, deal.id, 'issueInvoice', { invoice: id, number, total: sums.total })
    return invoiceView(house, writing.trx, actor, id)
  })
}
