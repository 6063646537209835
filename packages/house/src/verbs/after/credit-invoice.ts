import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract/after.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { CREDITED_BECOMES, takeInvoiceBack } from '../../after/take-invoice-back.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { Id, parse } from '../../input.ts'
import { write } from '../../write.ts'

const Part = z.object({ line: z.number().int().min(0).max(100_000), minor: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
const Args = z.object({
  id: Id,
  reason: z.string().trim().min(1).max(500),
  parts: z.array(Part).min(1).max(5_000).optional(),
  becomes: z.enum(CREDITED_BECOMES).optional(),
})

/** Takes an invoice back, whole or amounts of its lines, by a credit note with the next number. */
export async function creditInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['creditInvoice']>[1],
): Promise<InvoiceView> {
  const { id, reason, parts, becomes = parts === undefined ? 'due' : 'given-up' } = parse(Args, args)
  return write(house, actor, async (writing) => {
    const before = await reachInvoice(house, writing.trx, actor, 'creditInvoice', id)
    const deal = await reachDeal(house, writing.trx, actor, 'creditInvoice', before.dealId)
    const noteId = await takeInvoiceBack(house, writing, actor, { deal, before, reason, parts, becomes })
    await completeDeal(house, writing, actor, deal.id)
    return invoiceView(house, writing.trx, actor, noteId)
  })
}
