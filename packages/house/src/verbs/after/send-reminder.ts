import { putReminder } from '@vitrine/store/after/invoices'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, InvoiceView } from '../../contract/after.ts'
import { invoiceView, openOf, reachInvoice } from '../../after/reach-invoice.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { write } from '../../write.ts'

const Letter = z.object({ invoiceId: Id, level: z.number().int().min(1).max(3), to: Email, subject: OneLine, text: z.string().trim().min(1).max(10_000) }) // prettier-ignore

/** Puts a reminder into the outbox as it was read on the screen, and notes that it went. */
export async function sendReminder(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['sendReminder']>[1],
): Promise<InvoiceView> {
  const { invoiceId, level, to, subject, text } = parse(Letter, args)
  return write(house, actor, async (writing) => {
    const row = await reachInvoice(house, writing.trx, actor, 'sendReminder', invoiceId)
    if (openOf(row) === 0) throw new HouseError('wrong-state', { subject: 'Invoice', state: row.state, asked: 'reminded' })
    const id = newId(Date.parse(writing.at))
    await putReminder(writing.trx, house.houseId, { id, invoiceId, level, at: writing.at, byName: actor.name })
    await oweLetter(house, writing.trx, {
      kind: 'reminder',
      locale: (await invoiceView(house, writing.trx, actor, invoiceId)).invoice.locale,
      about: 'Invoice',
      aboutId: invoiceId,
      to,
      subject,
      text: `${text}\n`,
      at: writing.at,
    })
    await noteDeal(house, writing, actor, row.dealId, 'sendReminder', { invoice: invoiceId, level })
    return invoiceView(house, writing.trx, actor, invoiceId)
  })
}
