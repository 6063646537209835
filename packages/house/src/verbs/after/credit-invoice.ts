import { instalmentsOfInvoice, stepInstalmentRow } from '@vitrine/store/after/instalments'
import { putInvoice, readInvoice, stepInvoiceRow } from '@vitrine/store/after/invoices'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract-after.ts'
import { invoiceDay } from '../../after/compose-invoice.ts'
import { completeDeal } from '../../after/move-instalments.ts'
import { invoiceView, reachInvoice } from '../../after/reach-invoice.ts'
import { reachDeal } from '../../deals/reach-deal.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { write } from '../../write.ts'

const Args = z.object({ id: Id, reason: z.string().trim().min(1).max(500) })

/**
 * Takes an invoice back whole, by a credit note with the next number of the same series. Its instalments are due again, or
 * cancelled where the deal was ended meanwhile.
 */
export async function creditInvoice(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['creditInvoice']>[1],
): Promise<InvoiceView> {
  const { id, reason } = parse(Args, args)
  return write(house, actor, async (writing) => {
    const before = await reachInvoice(house, writing.trx, actor, 'creditInvoice', id)
    if (before.kind === 'credit-note' || before.state === 'credited')
      throw new HouseError('wrong-state', {
        subject: 'Invoice',
        state: before.kind === 'credit-note' ? before.kind : before.state,
        asked: 'credited',
      })
    const deal = await reachDeal(house, writing.trx, actor, 'creditInvoice', before.dealId)
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
    await completeDeal(house, writing, actor, deal.id)
    return invoiceView(house, writing.trx, actor, noteId)
  })
}
