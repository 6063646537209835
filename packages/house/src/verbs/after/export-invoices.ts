import { decimal } from '@vitrine/ledger/money/decimal'
import { afterWords } from '@vitrine/messages/after'
import { stateWords } from '@vitrine/messages/deals'
import { type InvoiceRow, listInvoiceRows } from '@vitrine/store/after/invoices'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs } from '../../contract/after.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { openOf } from '../../after/reach-invoice.ts'
import { parse } from '../../input.ts'
import { type Columns, listAsked, listFile, WHOLE, pagesBehind } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { InvoiceFilter } from './list-invoices.ts'

const STEP = 1_000
const amount = ({ currency }: InvoiceRow, minor: number): number => Number(decimal(minor, currency))
/** A credit note takes back: its amounts are below zero. */
const signed = (row: InvoiceRow, minor: number): number => amount(row, row.kind === 'invoice' ? minor : -minor)
const COLUMNS: Columns<'invoices', InvoiceRow> = {
  number: [16, ({ number }) => number],
  kind: [16, ({ kind }, locale) => afterWords[locale][`kind.${kind}`]],
  state: [16, ({ state }, locale) => stateWords[locale].invoice[state]],
  issuedOn: [16, ({ issuedOn }) => issuedOn],
  dueOn: [16, ({ dueOn }) => dueOn],
  company: [16, ({ companyName }) => companyName],
  deal: [16, ({ dealNumber }) => `D-${dealNumber}`],
  currency: [16, ({ currency }) => currency],
  net: [16, (row) => signed(row, row.net)],
  vat: [16, (row) => signed(row, row.vat)],
  total: [16, (row) => signed(row, row.total)],
  settled: [16, (row) => amount(row, row.settled)],
  credited: [16, (row) => amount(row, row.credited)],
  open: [16, (row) => amount(row, openOf(row))],
}

/** Invoices as a spreadsheet, for whoever keeps the books. */
export async function exportInvoices(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['exportInvoices']>[1],
  leaving = WHOLE,
): Promise<TakenAway> {
  authorise(actor, 'exportInvoices')
  const asked = listAsked('invoices', args)
  const { cursor: _, limit: __, ...filter } = parse(InvoiceFilter, { shelf: args.shelf, text: args.text, year: args.year })
  const today = house.now().toISOString().slice(0, 10)
  const isOverdue = ({ kind, state, dueOn }: InvoiceRow): boolean => kind === 'invoice' && state === 'issued' && dueOn < today
  const pages = pagesBehind<InvoiceRow>((last) => listInvoiceRows(house.db, house.houseId, { ...filter, today, after: last === null ? null : { ...last, overdue: isOverdue(last) }, limit: STEP }), STEP) // prettier-ignore
  return listFile('invoices', afterWords[asked.locale].invoices, COLUMNS, pages, asked, leaving)
}
