import { instalmentsOfInvoice, stepInstalmentRow } from '@vitrine/store/after/instalments'
import { type InvoiceRow, putInvoice, readInvoice, stepInvoiceRow } from '@vitrine/store/after/invoices'
import type { DealRow } from '@vitrine/store/deals/deals'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { noteDeal } from '../deals/step-deal.ts'
import { HouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Writing } from '../write.ts'
import { invoiceDay } from './compose-invoice.ts'

/**
 * Takes an invoice back whole, by a credit note with the next number of the same series, in the transaction at hand. Its
 * instalments are due again, or cancelled where the deal was ended meanwhile. Answers with the credit note's id.
 */
export async function takeInvoiceBack(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { deal, before, reason }: { deal: DealRow; before: InvoiceRow; reason: string },
): Promise<string> {
  if (before.kind === 'credit-note' || before.state === 'credited')
    throw new HouseError('wrong-state', {
      subject: 'Invoice',
      state: before.kind === 'credit-note' ? before.kind : before.state,
      asked: 'credited',
    })
  const { id } = before
  const invoice = (await readInvoice(writing.trx, house.houseId, id))!
  const issuedOn = await invoiceDay(house, writing.trx)
  const noteId = newId(Date.parse(writing.at))
  const { number } = await putInvoice(writing.trx, house.houseId, {
    id: noteId,
    kind: 'credit-note',
    dealId: deal.id,
    companyId: before.companyId,
    creditsId: id,
    issuedOn,
    content: (next) => ({
      ...invoice,
      number: next,
      kind: 'credit-note',
      issuedOn,
      dueOn: issuedOn,
      terms: '',
      credits: { number: invoice.number, issuedOn: invoice.issuedOn, reason },
    }),
    at: writing.at,
    byId: actor.userId,
    byName: actor.name,
  })
  await stepInvoiceRow(writing.trx, house.houseId, id, 'credited')
  for (const { id: instalmentId, state, dueOn } of await instalmentsOfInvoice(writing.trx, house.houseId, id)) {
    if (state === 'paid')
      await stepInstalmentRow(writing.trx, house.houseId, instalmentId, {
        state: 'invoiced',
        dueOn,
        invoiceId: id,
        at: writing.at,
      })
    await stepInstalmentRow(writing.trx, house.houseId, instalmentId, {
      state: deal.state === 'terminated' ? 'cancelled' : 'due',
      dueOn,
      invoiceId: null,
      at: writing.at,
    })
  }
  await noteDeal(house, writing, actor, deal.id, 'creditInvoice', { invoice: id, creditNote: noteId, number })
  return noteId
}
