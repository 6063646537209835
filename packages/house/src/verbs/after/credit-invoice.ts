import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract-after.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { takeInvoiceBack } from '../../after/take-invoice-back.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { Id, parse } from '../../input.ts'
import { write } from '../../write.ts'

const Args = z.object({ id: Id, reason: z.string().trim().min(1).max(500) })

/** Takes an invoice back whole, by a credit note with the next number. */
export async function creditInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['creditInvoice']>[1],
): Promise<InvoiceView> {
  const { id, reason } = parse(Args, args)
  return write(house, actor, async (writing) => {
    const before = await reachInvoice(house, writing.trx, actor, 'creditInvoice', id)
    const deal = await reachDeal(house, writing.trx, actor, 'creditInvoice', before.dealId)
    const noteId = await takeInvoiceBack(house, writing, actor, { deal, before, reason })
    await completeDeal(house, writing, actor, deal.id)
    return invoiceView(house, writing.trx, actor, noteId)
  })
}
