import { type InvoiceRow, putPayment } from '@vitrine/store/after/invoices'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract/after.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { invoiceView, openOf, reachInvoice, toReturnOf } from '../../after/reach-invoice.ts'
import { settleInvoice } from '../../after/take-invoice-back.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { noteOf } from '../../rights/note-of.ts'
import { DayText } from '../../rights/read-input.ts'
import { write, type Writing } from '../../write.ts'

const Minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const Payment = z.object({
  invoiceId: Id,
  receivedOn: DayText,
  minor: Minor,
  charges: Minor.default(0),
  withheld: Minor.default(0),
  direction: z.enum(['in', 'out']).default('in'),
  against: Id.optional(),
})

/**
 * Notes money that came in. What a bank charged and what the buyer kept back as tax count too: an invoice is paid when the three
 * come to what it asks for. More than is owed is refused: it is a mistake, or another invoice's. What is not owed any more since a
 * credit note goes out again: sent back, or set off against another invoice, where the same transaction notes it as what came in.
 */
export async function notePayment(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['notePayment']>[1],
): Promise<InvoiceView> {
  const { invoiceId, receivedOn, minor, charges, withheld, direction, against } = parse(Payment, args)
  return write(house, actor, async (writing) => {
    const row = await reachInvoice(house, writing.trx, actor, 'notePayment', invoiceId)
    const out = direction === 'out'
    const most = out ? toReturnOf(row) : openOf(row)
    if (row.kind !== 'invoice' || (out ? most === 0 : row.state !== 'issued'))
      throw new HouseError('wrong-state', {
        subject: 'Invoice',
        state: row.kind === 'invoice' ? row.state : row.kind,
        asked: out ? 'returned' : 'paid',
      })
    const sum = minor + charges + withheld
    if (sum === 0)
      throw new HouseError('invalid-input', {
        issues: [{ path: 'minor', message: 'The amount is missing', messageFr: 'Le montant manque' }],
      })
    if (sum > most)
      throw new HouseError('invalid-input', {
        issues: [
          out
            ? { path: 'minor', message: 'That is more than was paid too much', messageFr: 'C’est plus que le trop-perçu' }
            : { path: 'minor', message: 'That is more than is owed', messageFr: 'C’est plus que ce qui est dû' },
        ],
      })
    const id = newId(Date.parse(writing.at))
    const other = against === undefined ? null : await toSetOff(house, writing, actor, { row, against, minor, sum, out })
    const noted = { receivedOn, minor, charges, withheld, note: noteOf(args.note), at: writing.at, byName: actor.name }
    const setOffId = other === null ? null : id
    await putPayment(writing.trx, house.houseId, { ...noted, id, invoiceId, direction, setOffId })
    await noteDeal(house, writing, actor, row.dealId, 'notePayment', {
      invoice: invoiceId,
      payment: id,
      sum,
      ...(out ? { direction } : {}),
      ...(other === null ? {} : { against: other.id }),
    })
    if (other !== null) {
      const otherId = newId(Date.parse(writing.at))
      await putPayment(writing.trx, house.houseId, { ...noted, id: otherId, invoiceId: other.id, direction: 'in', setOffId })
      await noteDeal(house, writing, actor, other.dealId, 'notePayment', { invoice: other.id, payment: otherId, sum, against: invoiceId }) // prettier-ignore
      if (sum === openOf(other)) {
        await settleInvoice(house, writing, other.id, 'paid')
        await completeDeal(house, writing, actor, other.dealId)
      }
    }
    if (!out && sum === most) {
      await settleInvoice(house, writing, invoiceId, 'paid')
      await completeDeal(house, writing, actor, row.dealId)
    }
    return invoiceView(house, writing.trx, actor, invoiceId)
  })
}

/** The invoice that a balance is set off against: another of the same buyer, in the same currency, on which as much is owed. */
async function toSetOff(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { row, against, minor, sum, out }: { row: InvoiceRow; against: string; minor: number; sum: number; out: boolean },
): Promise<InvoiceRow> {
  const refuse = (message: string, messageFr: string): HouseError =>
    new HouseError('invalid-input', { issues: [{ path: 'against', message, messageFr }] })
  if (!out) throw refuse('Only what is to be returned is set off', 'On ne compense que ce qui est à rendre')
  if (sum !== minor) throw refuse('Nothing is charged or withheld of a set-off', 'Une compensation n’a ni frais ni retenue')
  const other = await reachInvoice(house, writing.trx, actor, 'notePayment', against)
  if (other.id === row.id) throw refuse('That is the same invoice', 'C’est la même facture')
  if (other.companyId !== row.companyId) throw refuse('That is another company’s invoice', 'C’est la facture d’une autre société')
  if (other.currency !== row.currency) throw refuse('That is in another currency', 'C’est une autre devise')
  if (openOf(other) === 0) throw refuse('Nothing is owed on that invoice', 'Rien n’est dû sur cette facture')
  if (sum > openOf(other)) throw refuse('That is more than is owed there', 'C’est plus que ce qui y est dû')
  return other
}
