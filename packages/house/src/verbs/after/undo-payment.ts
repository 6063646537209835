import { instalmentsOfInvoice, stepInstalmentRow } from '@vitrine/store/after/instalments'
import { stepInvoiceRow, undoPaymentRow } from '@vitrine/store/after/invoices'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract-after.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { write } from '../../write.ts'

/** A payment was noted by mistake, or came back: it is taken out of the sums and stays in the records. */
export async function undoPayment(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['undoPayment']>[1],
): Promise<InvoiceView> {
  const [invoiceId, id] = [parse(Id, args.invoiceId), parse(Id, args.id)]
  return write(house, actor, async (writing) => {
    const row = await reachInvoice(house, writing.trx, actor, 'undoPayment', invoiceId)
    if (row.state === 'credited') throw new HouseError('wrong-state', { subject: 'Invoice', state: row.state, asked: 'issued' })
    if (!(await undoPaymentRow(writing.trx, house.houseId, invoiceId, id, writing.at)))
      throw new HouseError('not-found', { subject: 'Payment' })
    await noteDeal(house, writing, actor, row.dealId, 'undoPayment', { invoice: invoiceId, payment: id })
    if (row.state === 'paid') {
      await stepInvoiceRow(writing.trx, house.houseId, invoiceId, 'issued')
      for (const { id: instalmentId, dueOn } of await instalmentsOfInvoice(writing.trx, house.houseId, invoiceId))
        await stepInstalmentRow(writing.trx, house.houseId, instalmentId, { state: 'invoiced', dueOn, invoiceId, at: writing.at })
      await completeDeal(house, writing, actor, row.dealId)
    }
    return invoiceView(house, writing.trx, actor, invoiceId)
  })
}
