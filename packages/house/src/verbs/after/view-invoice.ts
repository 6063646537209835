import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract/after.ts'
import { invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { Id, parse } from '../../input.ts'

/** An invoice with what came in for it. */
export async function viewInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['viewInvoice']>[1],
): Promise<InvoiceView> {
  const { id } = await reachInvoice(house, house.db, actor, 'viewInvoice', parse(Id, args.id))
  return invoiceView(house, house.db, actor, id)
}
