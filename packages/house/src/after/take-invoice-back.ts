import { partOff } from '@vitrine/deals/after/credit-instalments'
import type { InvoiceState } from '@vitrine/deals/states/machines'
import { creditable, creditNote, type CreditPart } from '@vitrine/ledger/invoice/credit'
import { creditInstalmentRow, instalmentsOfDeal, instalmentsOfInvoice, putInstalments, stepInstalmentRow } from '@vitrine/store/after/instalments' // prettier-ignore
import {
  findInvoice,
  type InvoiceRow,
  notesOfInvoice,
  putInvoice,
  readInvoice,
  stepInvoiceRow,
} from '@vitrine/store/after/invoices'
import type { DealRow } from '@vitrine/store/deals/deals'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { noteDeal } from '../deals/step-deal.ts'
import { HouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Writing } from '../write.ts'
import { invoiceDay } from './compose-invoice.ts'
import { leaveFigures } from './leave-figures.ts'
import { dueOf } from './reach-invoice.ts'

/** What becomes of that which is credited: it is to be invoiced anew, or nobody owes it any more. */
export const CREDITED_BECOMES = ['due', 'given-up'] as const
export type CreditedBecomes = (typeof CREDITED_BECOMES)[number]

interface ToTakeBack {
  deal: DealRow
  before: InvoiceRow
  reason: string
  /** How much of which lines; absent: all that is left. */
  parts?: readonly CreditPart[] | undefined
  becomes: CreditedBecomes
}

/**
 * Takes an invoice back, whole or a part of it, by a credit note with the next number of the same series, in the transaction at hand.
 * What it was for is due again, or leaves the plan and the figures; of a deal that was ended it always leaves. Answers with the
 * credit note's id.
 */
export async function takeInvoiceBack(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { deal, before, reason, parts, becomes }: ToTakeBack,
): Promise<string> {
  if (before.kind === 'credit-note' || before.state === 'credited')
    throw new HouseError('wrong-state', {
      subject: 'Invoice',
      state: before.kind === 'credit-note' ? before.kind : before.state,
      asked: 'credited',
    })
  const { trx, at } = writing
  const { houseId } = house
  const { id } = before
  const invoice = (await readInvoice(trx, houseId, id))!
  const notes = await notesOfInvoice(trx, houseId, id)
  const left = creditable(invoice, notes)
  const taken = parts ?? left.flatMap((minor, line) => (minor === 0 ? [] : [{ line, minor }]))
  holdParts(taken, left)
  const issuedOn = await invoiceDay(house, trx)
  const noteId = newId(Date.parse(at))
  const { number } = await putInvoice(trx, houseId, {
    id: noteId,
    kind: 'credit-note',
    dealId: deal.id,
    companyId: before.companyId,
    creditsId: id,
    issuedOn,
    content: (next) => creditNote(invoice, notes, taken, { number: next, issuedOn, reason }),
    at,
    byId: actor.userId,
    byName: actor.name,
  })
  const owedAgain = becomes === 'due' && deal.state !== 'terminated'
  const all = taken.reduce((sum, { minor }) => sum + minor, 0) === left.reduce((sum, minor) => sum + minor, 0)
  const parted = all
    ? await freeInstalments(house, writing, { invoiceId: id, noteId, owedAgain })
    : await partInstalments(house, writing, { dealId: deal.id, invoiceId: id, noteId, taken, owedAgain })
  if (!owedAgain) await leaveFigures(house, writing, deal.id, parted)
  if (all) await stepInvoiceRow(trx, houseId, id, 'credited')
  else if (before.state === 'issued' && dueOf((await findInvoice(trx, houseId, id))!) <= before.settled) await settleInvoice(house, writing, id, 'paid') // prettier-ignore
  await noteDeal(house, writing, actor, deal.id, 'creditInvoice', {
    invoice: id,
    creditNote: noteId,
    number,
    ...(all ? {} : { part: true }),
  })
  return noteId
}

/** An invoice is paid, or open again, and the instalments with it. */
export async function settleInvoice(
  house: HouseContext,
  writing: Writing,
  invoiceId: string,
  to: Exclude<InvoiceState, 'credited'>,
): Promise<void> {
  await stepInvoiceRow(writing.trx, house.houseId, invoiceId, to)
  const state = to === 'paid' ? 'paid' : 'invoiced'
  for (const { id, dueOn } of await instalmentsOfInvoice(writing.trx, house.houseId, invoiceId))
    await stepInstalmentRow(writing.trx, house.houseId, id, { state, dueOn, invoiceId, at: writing.at })
}

function holdParts(parts: readonly CreditPart[], left: readonly number[]): void {
  const fault = (path: string, message: string, messageFr: string) =>
    new HouseError('invalid-input', { issues: [{ path, message, messageFr }] })
  if (parts.length === 0)
    throw fault('parts', 'Say how much of which line is credited', 'Indiquez combien est crédité, et de quelle ligne')
  for (const [at, { line, minor }] of parts.entries()) {
    if (left[line] === undefined || parts.findIndex((part) => part.line === line) !== at)
      throw fault(`parts.${at}.line`, 'The invoice has no such line, or it is named twice', 'La facture n’a pas cette ligne, ou elle est citée deux fois') // prettier-ignore
    if (minor > left[line])
      throw fault(`parts.${at}.minor`, 'That is more than is left of this line', 'C’est plus que ce qui reste de cette ligne') // prettier-ignore
  }
}

/** What the invoice was for and is left of it, whole. */
async function freeInstalments(
  house: HouseContext,
  writing: Writing,
  { invoiceId, noteId, owedAgain }: { invoiceId: string; noteId: string; owedAgain: boolean },
): Promise<{ lines: number[] }[]> {
  const { at, trx } = writing
  const invoiced = await instalmentsOfInvoice(trx, house.houseId, invoiceId)
  for (const { id, state, dueOn, minor, credited } of invoiced) {
    if (state === 'paid') await stepInstalmentRow(trx, house.houseId, id, { state: 'invoiced', dueOn, invoiceId, at })
    const to = owedAgain && (minor > 0 || credited === null) ? 'due' : 'cancelled'
    await stepInstalmentRow(trx, house.houseId, id, {
      state: to,
      dueOn,
      invoiceId: null,
      at,
      ...(owedAgain ? {} : { creditId: noteId }),
    })
  }
  return invoiced
}

/** Each instalment of which a part is credited is parted in two: what stays invoiced, and what was credited. */
async function partInstalments(
  house: HouseContext,
  writing: Writing,
  { dealId, invoiceId, noteId, taken, owedAgain }: { dealId: string; invoiceId: string; noteId: string; taken: readonly CreditPart[]; owedAgain: boolean }, // prettier-ignore
): Promise<{ lines: number[] }[]> {
  const { at, trx } = writing
  const { houseId } = house
  const invoiced = await instalmentsOfInvoice(trx, houseId, invoiceId)
  const last = Math.max(...(await instalmentsOfDeal(trx, houseId, dealId)).map(({ position }) => position))
  const parted = partOff(invoiced, taken)
  for (const [nth, { id, left, taken: part }] of parted.entries()) {
    const { event, days, day, currency, dueOn, dated, amendment } = invoiced.find((each) => each.id === id)!
    await creditInstalmentRow(trx, houseId, id, left)
    const partId = newId(Date.parse(at))
    await putInstalments(trx, houseId, dealId, [{ id: partId, position: last + nth + 1, ...part, event, days, day, currency, state: 'due', dueOn, dated, amendment, creditId: noteId }], at) // prettier-ignore
    if (!owedAgain) await stepInstalmentRow(trx, houseId, partId, { state: 'cancelled', dueOn, invoiceId: null, at })
  }
  return parted.map(({ taken: part }) => part)
}
