import { daysBetween } from '@vitrine/deals/after/days'
import { creditable } from '@vitrine/ledger/invoice/credit'
import { hasFacturX } from '@vitrine/ledger/invoice/factur-x'
import { findInvoice, type InvoiceRow, notesOfInvoice, paymentsOfInvoices, readInvoice } from '@vitrine/store/after/invoices'
import type { Asker } from '@vitrine/store/asker'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { InvoiceView } from '../contract/after.ts'
import { HouseError } from '../errors.ts'
import { authoriseEver } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'

/** An invoice by id, for a verb. To a buyer of another company it is not there. */
export async function reachInvoice(house: HouseContext, db: Asker, actor: Actor, verb: Verb, id: string): Promise<InvoiceRow> {
  authoriseEver(actor, verb)
  const row = await findInvoice(db, house.houseId, id)
  if (row === null || !can(actor, verb, { companyId: row.companyId })) throw new HouseError('not-found', { subject: 'Invoice' })
  return row
}

/** What an invoice asks for, after what credit notes took from it. */
export const dueOf = ({ total, credited }: InvoiceRow): number => total - credited

/** What is still owed of an invoice; of what was credited, and of a credit note, nothing. */
export const openOf = (row: InvoiceRow): number =>
  row.kind === 'invoice' && row.state === 'issued' ? dueOf(row) - row.settled : 0

/** What came in for an invoice and is not owed any more: it is to be sent back, or set off against another. */
export const toReturnOf = (row: InvoiceRow): number => (row.kind === 'invoice' ? Math.max(0, row.settled - dueOf(row)) : 0)

export async function invoiceView(house: HouseContext, db: Asker, actor: Actor, id: string): Promise<InvoiceView> {
  const [row, invoice, payments, notes] = [
    await findInvoice(db, house.houseId, id),
    await readInvoice(db, house.houseId, id),
    await paymentsOfInvoices(db, house.houseId, [id]),
    await notesOfInvoice(db, house.houseId, id),
  ]
  if (row === null || invoice === null) throw new HouseError('not-found', { subject: 'Invoice' })
  const open = openOf(row)
  const today = house.now().toISOString().slice(0, 10)
  return {
    row,
    invoice,
    payments: actor.role === 'buyer' ? payments.map((payment) => ({ ...payment, note: null, byName: '' })) : payments,
    open,
    toReturn: toReturnOf(row),
    creditable: row.kind === 'invoice' ? creditable(invoice, notes) : [],
    notes: notes.map(({ id: noteId, number, issuedOn, sums }) => ({ id: noteId, number, issuedOn, total: sums.total })),
    late: open > 0 ? Math.max(0, daysBetween(row.dueOn, today)) : 0,
    hasXml: hasFacturX(invoice),
  }
}
