/** What follows from a signed sale: deliverables, instalments, invoices, rates, figures. Amounts are whole minor units. */
import { z } from '@hono/zod-openapi'
import { AMENDED_HOW } from '@vitrine/deals/after/amend-rights'
import { DELIVERABLES, PAYMENT_EVENTS } from '@vitrine/deals/offer/offer'
import { DELIVERABLE_STATES, INSTALMENT_STATES, INVOICE_STATES } from '@vitrine/deals/states/machines'
import type {
  AmendedPrice,
  AmendmentView,
  DealHead as Head,
  DeliverableListed as Listed,
  DeliverableView,
  FigureRow as FigureLine,
  Figures as FiguresView,
  InstalmentRow,
  Invoice as InvoiceContent,
  InvoiceRow,
  InvoiceView,
  PaymentRow,
  RatesImported as Imported,
} from '@vitrine/house'
import { ColumnsOf, fileOf, pdf, taken } from './bodies.ts'
import { SPREADSHEETS } from './kinds.ts'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const tag = 'After signature'
type Every<T> = Record<keyof T, z.ZodType>

const text = z.string().nullable()
const day = z.string().describe('YYYY-MM-DD')
const minor = z.int().describe('Minor units of the currency')
const nothing = text.describe('null: nothing was said')

const DealHead = z.object({ id: z.string(), number: z.int(), name: z.string(), state: z.string(), companyId: z.string(), companyName: z.string(), currency: z.string(), locale: z.enum(['en', 'fr']), signedOn: text, revision: z.int() } satisfies Every<Head>) // prettier-ignore
const deliverable = { id: z.string(), dealId: z.string(), dealNumber: z.int(), dealName: z.string(), companyId: z.string(), companyName: z.string(), position: z.int(), titleId: text, title: text, kind: z.enum(DELIVERABLES), detail: text, state: z.enum(DELIVERABLE_STATES), dueOn: text, lies: nothing, note: nothing, revision: z.int(), at: z.string() } // prettier-ignore
const DeliverableListed = z.object({ ...deliverable, files: z.int() } satisfies Every<Listed>)
const Deliverable = z.object({ ...deliverable, onTheSheet: z.enum(['there', 'not-there', 'unknown']), files: z.array(z.object({ id: z.string(), fileName: z.string(), mediaType: z.string(), bytes: z.int(), at: z.string(), byName: z.string() })) } satisfies Every<DeliverableView>) // prettier-ignore
const Deliverables = z.object({ deal: DealHead, items: z.array(Deliverable), counts: z.partialRecord(z.enum(DELIVERABLE_STATES), z.int()) }) // prettier-ignore

const Instalment = z.object({ id: z.string(), dealId: z.string(), position: z.int(), share: z.int().describe('Hundredths of a percent'), event: z.string(), days: z.int(), day: text, currency: z.string(), minor, lines: z.array(minor), state: z.enum(INSTALMENT_STATES), dueOn: text, dated: z.boolean(), invoiceId: text, amendment: z.int().nullable().describe('The amendment that laid it out; null: the sale itself'), credited: z.array(minor).nullable().describe('What credit notes took of it since it was invoiced, as lines; null: nothing'), creditId: text.describe('The credit note that parted it off') } satisfies Every<InstalmentRow>) // prettier-ignore
const Row = z.object({ id: z.string(), year: z.int(), seq: z.int(), number: z.string(), kind: z.enum(['invoice', 'credit-note']), state: z.enum(INVOICE_STATES), dealId: z.string(), dealNumber: z.int(), dealName: z.string(), companyId: z.string(), companyName: z.string(), creditsId: text, creditsNumber: text, creditedById: text.describe('The last credit note that takes from it'), issuedOn: day, dueOn: day, currency: z.string(), net: minor, vat: minor, total: minor, withheld: minor, settled: minor, credited: minor.describe('What credit notes took from it, tax included'), reminders: z.int(), lastReminder: text } satisfies Every<InvoiceRow>) // prettier-ignore
const party = { name: z.string(), street: z.array(z.string()), postcode: text, city: text, country: z.string(), vatId: text, registration: text, email: text } // prettier-ignore
const Treatment = z.enum(['domestic', 'reverse-charge', 'outside', 'exempt'])
const Content = z.object({ number: z.string(), kind: z.enum(['invoice', 'credit-note']), locale: z.enum(['en', 'fr']), issuedOn: day, dueOn: day, suppliedOn: day, currency: z.string(), seller: z.object({ ...party, iban: text, bic: text, bank: text }), buyer: z.object(party), reference: z.string(), buyerReference: text, lines: z.array(z.object({ text: z.string(), detail: text, titleId: text, minor, of: z.int().optional().describe('Of a credit note: which line of the invoice it takes from, counted from 0') })), vat: z.object({ treatment: Treatment, rate: z.int(), mention: text, inHouse: z.object({ currency: z.string(), minor, rateDay: day }).nullable() }), sums: z.object({ net: minor, vat: minor, total: minor }), withheld: z.object({ rate: z.int(), minor }), terms: z.string(), legal: text, credits: z.object({ number: z.string(), issuedOn: day, reason: z.string(), partOf: minor.optional().describe('What the invoice came to, where only a part of it is taken back') }).nullable() } satisfies Every<InvoiceContent>) // prettier-ignore
const Payment = z.object({ id: z.string(), invoiceId: z.string(), receivedOn: day, minor, charges: minor, withheld: minor, direction: z.enum(['in', 'out']), setOff: z.object({ invoiceId: z.string(), number: z.string() }).nullable().describe('Its other side, on the invoice that it was set off against'), note: text, at: z.string(), byName: z.string() } satisfies Every<PaymentRow>) // prettier-ignore
const Invoice = z.object({ row: Row, invoice: Content, payments: z.array(Payment), open: minor, toReturn: minor.describe('What came in and is not owed any more since a credit note'), creditable: z.array(minor).describe('What of each line can still be credited, without tax'), notes: z.array(z.object({ id: z.string(), number: z.string(), issuedOn: day, total: minor })), late: z.int(), hasXml: z.boolean() } satisfies Every<InvoiceView>) // prettier-ignore
const Money = z.object({ deal: DealHead, currency: z.string(), price: minor, givenUp: minor.describe('What credit notes took of it that nobody owes any more'), toReturn: minor.describe('What came in and is not owed any more'), instalments: z.array(Instalment), invoices: z.array(Row), payments: z.array(Payment), sums: z.record(z.enum(INSTALMENT_STATES), minor), withholding: z.int() }) // prettier-ignore

const Event = z.enum(PAYMENT_EVENTS)
const Paid = z.object({ minor, event: Event, days: z.int(), day: text })
const Amendment = z.object({ number: z.int(), reference: z.string(), at: z.string(), byName: text, effective: text.describe('null: from the beginning'), note: text, films: z.array(z.object({ entryId: z.string(), titleId: z.string(), title: z.string(), changes: z.array(z.object({ label: z.string(), was: text, becomes: text })) })), price: z.object({ currency: z.string(), before: minor, after: minor, lines: z.array(z.object({ title: z.string(), before: minor, after: minor })), instalments: z.array(Paid), replaced: z.array(Paid).optional().describe('Payments that were open until then; missing where nobody noted them') } satisfies Every<AmendedPrice>).nullable() } satisfies Every<AmendmentView>) // prettier-ignore
const Part = z.object({ how: z.enum(AMENDED_HOW).describe('It is now this; this is added; this is given back'), what: z.string().max(4_000) }) // prettier-ignore
const ToAmend = z.object({
  baseRevision: z.int(),
  entryIds: z.array(z.string().max(64)).min(1).max(200),
  to: text.optional().describe('The last day; null: in perpetuity'),
  territory: Part.optional(),
  media: Part.optional(),
  languages: Part.optional(),
  exclusive: z.boolean().optional(),
  runs: z.object({ count: z.int(), catchUpDays: z.int() }).nullable().optional(),
  price: z.object({ minor, payments: z.array(Paid).max(24).optional(), credit: z.array(z.string().max(64)).max(50).optional() }).optional(), // prettier-ignore
  effective: text.describe('The day from which it holds; null: from the beginning'),
  acceptWarnings: z.boolean().optional(),
  note: z.string().max(2_000).nullable().optional(),
})

const line = { key: z.string(), name: z.string(), minor, deals: z.int(), id: text }
const Line = z.object(line satisfies Every<FigureLine>)
const Figures = z.object({ currency: z.string(), from: day, to: day, by: z.enum(['month', 'quarter', 'year']), total: minor, deals: z.int(), unconverted: z.array(z.object({ currency: z.string(), minor, deals: z.int() })), rateDays: z.object({ first: day, last: day }).nullable(), tables: z.record(z.enum(['period', 'agent', 'territory', 'title', 'company']), z.array(Line)), rest: z.record(z.enum(['title', 'company']), z.object({ count: z.int(), minor }).nullable()), forecast: z.object({ rows: z.array(z.object({ ...line, unweighted: minor })), total: minor, rateDay: text, unconverted: z.array(z.string()) }), funnel: z.array(z.object({ state: z.string(), deals: z.int() })), lost: z.array(Line), lostUnconverted: z.array(z.string()) } satisfies Every<FiguresView>) // prettier-ignore
const RatesImported = z.object({ days: z.int(), first: text, last: text, changed: z.int(), unread: z.array(z.object({ line: z.int(), text: z.string(), why: z.string() })), sales: z.int() } satisfies Every<Imported>) // prettier-ignore

const ToIssue = z.object({
  dealId: z.string().max(64),
  instalmentIds: z.array(z.string().max(64)).min(1).max(50),
  treatment: Treatment.optional(),
  withholding: z.int().min(0).max(10_000).optional().describe('Hundredths of a percent'),
  locale: z.enum(['en', 'fr']).optional(),
})
const shelf = z.enum(['all', 'open', 'overdue', 'paid', 'credited', 'credit-notes', 'to-return'])
const Period = shape.LocaleQuery.extend({ from: day.optional(), to: day.optional(), by: z.enum(['month', 'quarter', 'year']).default('month') }) // prettier-ignore

export const after = [
  endpoint('get', '/deliverables', {
    verb: 'listDeliverables',
    tag,
    summary: 'What is to be delivered across deals, the soonest first; a buyer gets what their own company does',
    query: shape.CursorQuery.extend({ shelf: z.enum(['open', 'sent', 'done']).default('open') }),
    gives: shape.pageOf(DeliverableListed),
    run: async ({ house, actor, query }) => ({
      value: await house.listDeliverables(actor, { shelf: query.shelf, cursor: query.cursor ?? null }),
    }),
  }),
  endpoint('get', '/deals/{id}/deliverables', {
    verb: 'viewDeliverables',
    tag,
    summary: 'What a deal’s buyer is to get',
    params: shape.Id,
    gives: Deliverables,
    run: async ({ house, actor, params }) => ({ value: await house.viewDeliverables(actor, { dealId: params.id }) }),
  }),
  endpoint('post', '/deals/{id}/deliverables/step', {
    verb: 'stepDeliverables',
    tag,
    summary: 'Mark what is ready, sent or not needed, all of it or nothing',
    params: shape.Id,
    body: z.object({ items: z.array(z.object({ id: z.string().max(64), revision: z.int() })).min(1).max(1_000), to: z.enum(DELIVERABLE_STATES), note: z.string().max(2_000).nullable().optional() }), // prettier-ignore
    gives: Deliverables,
    run: async ({ house, actor, params, body }) => ({ value: await house.stepDeliverables(actor, { dealId: params.id, ...plain(body) }) }), // prettier-ignore
  }),
  endpoint('post', '/deliverables/{id}/answer', {
    verb: 'answerDeliverable',
    tag,
    summary: 'Accept what was sent, or refuse it with the reason',
    params: shape.Id,
    body: z.object({ revision: z.int(), answer: z.enum(['accepted', 'refused']), note: z.string().max(2_000).nullable().optional() }), // prettier-ignore
    gives: Deliverables,
    run: async ({ house, actor, params, body }) => ({ value: await house.answerDeliverable(actor, { id: params.id, ...plain(body) }) }), // prettier-ignore
  }),
  endpoint('get', '/deals/{id}/money', {
    verb: 'viewMoney',
    tag,
    summary: 'A deal’s instalments, invoices and payments',
    params: shape.Id,
    gives: Money,
    run: async ({ house, actor, params }) => ({ value: await house.viewMoney(actor, { dealId: params.id }) }),
  }),
  endpoint('get', '/deals/{id}/amendments', {
    verb: 'listAmendments',
    tag,
    summary: 'What was changed of a signed deal, as it was and as it became, the newest first',
    params: shape.Id,
    query: shape.LocaleQuery,
    gives: z.object({ items: z.array(Amendment) }),
    run: async ({ house, actor, params, locale }) => ({
      value: { items: await house.listAmendments(actor, { dealId: params.id, locale }) },
    }),
  }),
  endpoint('post', '/deals/{id}/amendments', {
    verb: 'amendDeal',
    tag,
    summary:
      'Amend a signed deal: rights of its licences (with the scope rights:write), its price, how it is paid; all of it or nothing',
    params: shape.Id,
    query: shape.LocaleQuery,
    body: ToAmend,
    gives: DealHead,
    run: async ({ house, actor, params, locale, body }) => ({
      value: await house.amendDeal(actor, { id: params.id, locale, ...plain(body) }),
    }),
  }),
  endpoint('get', '/invoices', {
    verb: 'listInvoices',
    tag,
    summary: 'Invoices and credit notes, overdue first, then the newest; a buyer gets those of their own company',
    query: shape.CursorQuery.extend({ shelf: shelf.default('all'), q: z.string().max(200).optional(), year: shape.whole(1, 9999).optional(), company: z.string().min(1).max(100).optional().describe('The id of a company: its invoices alone') }), // prettier-ignore
    gives: shape.pageOf(Row).extend({ today: day, sums: z.array(z.object({ currency: z.string(), open: minor, late: minor, invoices: z.int(), lateInvoices: z.int() })), toReturn: z.array(z.object({ currency: z.string(), minor, invoices: z.int() })) }), // prettier-ignore
    run: async ({ house, actor, query }) =>
      ({ value: await house.listInvoices(actor, { shelf: query.shelf, cursor: query.cursor ?? null, ...plain({ text: query.q, year: query.year, companyId: query.company }) }) }), // prettier-ignore
  }),
  endpoint('get', '/invoices/export', {
    verb: 'exportInvoices',
    tag,
    summary: 'Invoices as a spreadsheet',
    query: shape.LocaleQuery.extend({ format: z.enum(['csv', 'xlsx']).default('csv'), columns: ColumnsOf, shelf: shelf.default('all'), q: z.string().max(200).optional(), year: shape.whole(1, 9999).optional() }), // prettier-ignore
    givesType: SPREADSHEETS,
    run: async ({ house, actor, locale, query }) =>
      taken(await house.exportInvoices(actor, { format: query.format, columns: query.columns ?? null, shelf: query.shelf, ...plain({ year: query.year, text: query.q }), locale })), // prettier-ignore
  }),
  endpoint('post', '/invoices/preview', {
    verb: 'previewInvoice',
    tag,
    summary: 'An invoice as it would be, without a number; nothing is written',
    body: ToIssue,
    gives: Content,
    run: async ({ house, actor, body }) => ({ value: await house.previewInvoice(actor, body) }),
  }),
  endpoint('post', '/invoices', {
    verb: 'issueInvoice',
    tag,
    summary: 'Issue an invoice for instalments that are due; it takes the next number and is never changed afterwards',
    body: ToIssue,
    status: 201,
    gives: Invoice,
    run: async ({ house, actor, body }) => {
      const value = await house.issueInvoice(actor, body)
      return { status: 201, value, headers: { location: `/api/v1/invoices/${value.row.id}` } }
    },
  }),
  endpoint('get', '/invoices/{id}', {
    verb: 'viewInvoice',
    tag,
    summary: 'An invoice with what came in for it',
    params: shape.Id,
    gives: Invoice,
    run: async ({ house, actor, params }) => ({ value: await house.viewInvoice(actor, params) }),
  }),
  endpoint('get', '/invoices/{id}/invoice.pdf', {
    verb: 'printInvoice',
    tag,
    summary: 'The paper: PDF/A-3 with the XML inside, as it was first printed',
    params: shape.Id,
    givesType: 'application/pdf',
    run: async ({ house, actor, params, context }) => pdf(context, await house.printInvoice(actor, params)),
  }),
  endpoint('get', '/invoices/{id}/factur-x.xml', {
    verb: 'openInvoiceXml',
    tag,
    summary: 'The XML alone (EN 16931, CII)',
    params: shape.Id,
    givesType: 'application/xml',
    run: async ({ house, actor, params }) => taken(await house.openInvoiceXml(actor, params)),
  }),
  endpoint('post', '/invoices/{id}/credit-note', {
    verb: 'creditInvoice',
    tag,
    summary: 'Take an invoice back under the next number: whole, or amounts of its lines',
    params: shape.Id,
    body: z.object({
      reason: z.string().min(1).max(500),
      parts: z.array(z.object({ line: z.int().min(0).describe('Counted from 0'), minor })).min(1).max(5_000).optional().describe('Without tax; absent: all that is left'), // prettier-ignore
      becomes: z.enum(['due', 'given-up']).optional().describe('Invoiced anew, or not owed any more. Absent: the whole is due again, a part given up'), // prettier-ignore
    }),
    status: 201,
    gives: Invoice,
    run: async ({ house, actor, params, body }) => ({ status: 201, value: await house.creditInvoice(actor, { ...params, ...plain(body) }) }), // prettier-ignore
  }),
  endpoint('post', '/invoices/{id}/payments', {
    verb: 'notePayment',
    tag,
    summary: 'Note money that came in or was sent back, with what a bank charged and what was withheld as tax',
    params: shape.Id,
    body: z.object({ receivedOn: day, minor, charges: minor.optional(), withheld: minor.optional(), direction: z.enum(['in', 'out']).optional().describe('out: sent back or set off, of what is not owed any more'), against: z.string().min(1).max(100).optional().describe('Of what goes out: the other invoice of the same buyer that it is set off against, where it comes in. Both sides are one act, and are taken back together'), note: z.string().max(2_000).nullable().optional() }), // prettier-ignore
    status: 201,
    gives: Invoice,
    run: async ({ house, actor, params, body }) => ({ status: 201, value: await house.notePayment(actor, { invoiceId: params.id, ...plain(body) }) }), // prettier-ignore
  }),
  endpoint('delete', '/invoices/{id}/payments/{paymentId}', {
    verb: 'undoPayment',
    tag,
    summary: 'Take a payment back that was noted by mistake',
    params: shape.Id.extend({ paymentId: z.string().min(1).max(100) }),
    gives: Invoice,
    run: async ({ house, actor, params }) => ({ value: await house.undoPayment(actor, { invoiceId: params.id, id: params.paymentId }) }), // prettier-ignore
  }),
  endpoint('post', '/rates', {
    verb: 'importRates',
    tag,
    summary: 'Keep reference rates of the European Central Bank (its CSV), by day',
    file: 'eurofxref.csv or eurofxref-hist.csv as the ECB publishes them',
    gives: RatesImported,
    run: async ({ house, actor, context }) => ({ value: await house.importRates(actor, { bytes: (await fileOf(context)).bytes }) }), // prettier-ignore
  }),
  endpoint('get', '/figures', {
    verb: 'viewFigures',
    tag,
    summary: 'What was sold, is expected and was lost, in the house’s currency at dated rates',
    query: Period,
    gives: Figures,
    run: async ({ house, actor, locale, query }) => ({ value: await house.viewFigures(actor, { by: query.by, ...plain({ from: query.from, to: query.to }), locale }) }), // prettier-ignore
  }),
]
