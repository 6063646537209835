import { putPayment } from '@vitrine/store/after/invoices'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract-after.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { invoiceView, openOf, reachInvoice, toReturnOf } from '../../after/reach-invoice.ts'
import { settleInvoice } from '../../after/take-invoice-back.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { noteOf } from '../../rights/note-of.ts'
import { DayText } from '../../rights/read-input.ts'
import { write } from '../../write.ts'

const Minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const Payment = z.object({
  invoiceId: Id,
  receivedOn: DayText,
  minor: Minor,
  charges: Minor.default(0),
  withheld: Minor.default(0),
  direction: z.enum(['in', 'out']).default('in'),
})

/**
 * Notes money that came in. What a bank charged and what the buyer kept back as tax count too: an invoice is paid when the three
 * come to what it asks for. More than is owed is refused: it is a mistake, or another invoice's. What is not owed any more since a
 * credit note goes out again: sent back, or set off against another invoice, where it is noted as what came in.
 */
export async function notePayment(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['notePayment']>[1],
): Promise<InvoiceView> {
  const { invoiceId, receivedOn, minor, charges, withheld, direction } = parse(Payment, args)
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
    await putPayment(writing.trx, house.houseId, {
      id,
      invoiceId,
      receivedOn,
      minor,
      charges,
      withheld,
      direction,
      note: noteOf(args.note),
      at: writing.at,
      byName: actor.name,
    })
    await noteDeal(house, writing, actor, row.dealId, 'notePayment', {
      invoice: invoiceId,
      payment: id,
      sum,
      ...(out ? { direction } : {}),
    })
    if (!out && sum === most) {
      await settleInvoice(house, writing, invoiceId, 'paid')
      await completeDeal(house, writing, actor, row.dealId)
    }
    return invoiceView(house, writing.trx, actor, invoiceId)
  })
}
