import {
  findInvoice,
  type InvoiceRow,
  otherSide,
  type PaymentRow,
  paymentsOfInvoices,
  undoPaymentRow,
} from '@vitrine/store/after/invoices'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract/after.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { dueOf, invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { settleInvoice } from '../../after/take-invoice-back.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { write, type Writing } from '../../write.ts'

/**
 * A payment was noted by mistake, or came back: it is taken out of the sums and stays in the records. Of an invoice that was credited
 * only what was sent back can be taken back; and what was sent back is, before the payment that it came from. Of a set-off both sides
 * are taken back, from whichever it is asked.
 */
export async function undoPayment(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['undoPayment']>[1],
): Promise<InvoiceView> {
  const [invoiceId, id] = [parse(Id, args.invoiceId), parse(Id, args.id)]
  return write(house, actor, async (writing) => {
    const row = await reachInvoice(house, writing.trx, actor, 'undoPayment', invoiceId)
    const payment = (await paymentsOfInvoices(writing.trx, house.houseId, [invoiceId])).find((one) => one.id === id)
    refuseOfCredited(row, payment?.direction)
    if (payment === undefined) throw new HouseError('not-found', { subject: 'Payment' })
    await takeBack(house, writing, actor, row, payment)
    if (payment.setOff !== null) {
      const other = await reachInvoice(house, writing.trx, actor, 'undoPayment', payment.setOff.invoiceId)
      await takeBack(house, writing, actor, other, (await otherSide(writing.trx, house.houseId, id))!)
    }
    return invoiceView(house, writing.trx, actor, invoiceId)
  })
}

async function takeBack(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  row: InvoiceRow,
  payment: Pick<PaymentRow, 'id' | 'direction'>,
): Promise<void> {
  refuseOfCredited(row, payment.direction)
  if (!(await undoPaymentRow(writing.trx, house.houseId, row.id, payment.id, writing.at)))
    throw new HouseError('not-found', { subject: 'Payment' })
  const after = (await findInvoice(writing.trx, house.houseId, row.id))!
  if (after.settled < 0) throw new HouseError('wrong-state', { subject: 'Payment', state: 'returned', asked: 'taken-back' })
  await noteDeal(house, writing, actor, row.dealId, 'undoPayment', { invoice: row.id, payment: payment.id })
  const to = after.settled < dueOf(after) ? 'issued' : 'paid' // paid again: what was sent back was taken back
  if (row.state === 'credited' || row.state === to) return
  await settleInvoice(house, writing, row.id, to)
  await completeDeal(house, writing, actor, row.dealId)
}

function refuseOfCredited(row: InvoiceRow, direction: PaymentRow['direction'] | undefined): void {
  if (row.state === 'credited' && direction !== 'out')
    throw new HouseError('wrong-state', { subject: 'Invoice', state: row.state, asked: 'issued' })
}
