/**
 * What follows from a signed sale: what the buyer is to get, what they are to pay, invoices, reminders, changes of what was
 * signed, rates of exchange and figures. Amounts are whole minor units beside their currency; days are `YYYY-MM-DD`.
 */
import type { AmendedHow } from '@vitrine/deals/after/amend-rights'
import type { PaymentOfAmount } from '@vitrine/deals/after/amend-plan'
import type { DeliverableKind, PaymentEvent } from '@vitrine/deals/offer/offer'
import type { DealState, DeliverableState, InstalmentState } from '@vitrine/deals/states/machines'
import type { Invoice } from '@vitrine/ledger/invoice/invoice'
import type { Party, Seller } from '@vitrine/ledger/invoice/party'
import type { VatTreatment } from '@vitrine/ledger/invoice/vat'
import type { EcbRead } from '@vitrine/ledger/rates/read-ecb'
import type { Locale } from '@vitrine/messages'
import type { AmendedPrice } from '@vitrine/store/after/amendments'
import type { DeliverableFile, DeliverableRow } from '@vitrine/store/after/deliverables'
import type { InstalmentRow } from '@vitrine/store/after/instalments'
import type { InvoiceRow, InvoiceShelf, PaymentRow } from '@vitrine/store/after/invoices'
import type { RatesKnown } from '@vitrine/store/after/rates'
import type { DealRow } from '@vitrine/store/deals/deals'
import type { CreditedBecomes } from '../after/take-invoice-back.ts'
import type { ListAsked } from '../lists/list-table.ts'
import type { Actor, Page } from '../contract.ts'
import type { TakenAway } from './rights.ts'

export type { Invoice, InvoiceRow, InvoiceShelf, InstalmentRow, PaymentRow, RatesKnown, VatTreatment }

// ---------------------------------------------------------------- what the house says of its accounts

export interface AccountsSettings {
  /** Figures and comparisons are in it. */
  currency: string
  /** Who issues invoices; its name is empty until somebody has said it. */
  seller: Seller
  /** The rate of the house's country, in hundredths of a percent. */
  vatRate: number
  /** A small enterprise that charges no VAT. */
  smallEnterprise: boolean
  /** Below every invoice: what the seller's law wants said. */
  legal: Partial<Record<Locale, string>>
  /** How likely a deal is to be signed, by its state, where its agent says nothing else. Percent. */
  likelihood: Record<'open' | 'offered' | 'agreed' | 'contracted', number>
  /** Days after an invoice was due at which the first, second and last reminder may go. */
  reminderDays: [number, number, number]
  /** Days before a licence ends at which its renewal is suggested. */
  renewalDays: number
}
export type Billing = Party & { buyerReference: string | null }

// ---------------------------------------------------------------- deliverables

/** What the title sheet says: the house has it, it has not, or a sheet cannot say. */
export type OnTheSheet = 'there' | 'not-there' | 'unknown'
export interface DeliverableView extends Omit<DeliverableRow, 'files'> {
  onTheSheet: OnTheSheet
  files: Omit<DeliverableFile, 'sha256' | 'deliverableId'>[]
}
export interface DeliverablesOfDeal {
  deal: DealHead
  items: DeliverableView[]
  counts: Partial<Record<DeliverableState, number>>
}
/** What pages about a part of a deal need to know of it. */
export type DealHead = Pick<
  DealRow,
  'id' | 'number' | 'name' | 'state' | 'companyId' | 'companyName' | 'currency' | 'locale' | 'signedOn' | 'revision'
>
export type DeliverableListed = Omit<DeliverableRow, 'files'> & { files: number }

// ---------------------------------------------------------------- money

export interface MoneyOfDeal {
  deal: DealHead
  currency: string
  /** The price as it stands: agreed, amended, less what was given up by credit notes. */
  price: number
  instalments: InstalmentRow[]
  invoices: InvoiceRow[]
  payments: PaymentRow[]
  /** What credit notes took of it that nobody owes any more. */
  givenUp: number
  /** What came in and is not owed any more, tax included: to be sent back, or set off against another invoice. */
  toReturn: number
  /** What is still to come, by the instalments' states. */
  sums: Record<InstalmentState, number>
  /** Withholding tax that the offer foresees, in hundredths of a percent. */
  withholding: number
}
export interface InvoiceToIssue {
  dealId: string
  instalmentIds: string[]
  /** Where the house knows better than the parties' countries say. */
  treatment?: VatTreatment | undefined
  /** In hundredths of a percent; without it, as the offer says. */
  withholding?: number | undefined
  locale?: Locale | undefined
}
export interface InvoiceView {
  row: InvoiceRow
  invoice: Invoice
  payments: PaymentRow[]
  /** What is still owed. */
  open: number
  /** What came in and is not owed any more since a credit note: to be sent back, or set off. */
  toReturn: number
  /** Of an invoice: what of each of its lines can still be credited, without tax. */
  creditable: number[]
  /** The credit notes that take from it, the first first. */
  notes: { id: string; number: string; issuedOn: string; total: number }[]
  /** Days since it was due; 0 when it is not late. */
  late: number
  hasXml: boolean
}
export interface PaymentToNote {
  invoiceId: string
  receivedOn: string
  minor: number
  charges?: number | undefined
  withheld?: number | undefined
  /** `out`: money is sent back, or set off against another invoice: of what came in and is not owed any more. */
  direction?: 'in' | 'out' | undefined
  /**
   * Of what goes `out`: the other invoice of the same buyer in the same currency that it is set off against, where it comes in as a payment.
   * Both sides are noted in one transaction, and taken back together.
   */
  against?: string | undefined
  note?: string | null | undefined
}
export interface ReminderDraft {
  level: 1 | 2 | 3
  to: string | null
  subject: string
  text: string
}

// ---------------------------------------------------------------- amendments

/** What an amendment says of a set: an expression, and whether it is now this, or this is added or given back. */
export interface Amended {
  how: AmendedHow
  what: string
}
/** Absent: as it was. */
export interface AmendmentToMake {
  id: string
  baseRevision: number
  /** The licences that change; where only the price does, those whose films it is for. */
  entryIds: string[]
  to?: string | null | undefined
  /** A text alone: it is now this. */
  territory?: string | Amended | undefined
  media?: Amended | undefined
  languages?: Amended | undefined
  exclusive?: boolean | undefined
  runs?: { count: number; catchUpDays: number } | null | undefined
  /**
   * The whole price of the deal as it becomes. `payments`: what of it is not invoiced is paid so, in place of what was planned;
   * absent: a higher price is one more instalment in thirty days, a lower one comes off the last ones. `credit`: invoices that
   * are taken back with it.
   */
  price?: { minor: number; payments?: PaymentOfAmount[] | undefined; credit?: string[] | undefined } | undefined
  /** The day from which the rights are so; null: from their beginning. */
  effective: string | null
  acceptWarnings?: boolean | undefined
  note?: string | null | undefined
  locale: Locale
}
export interface AmendmentView {
  number: number
  /** D-12 / 1 */
  reference: string
  at: string
  /** null to a buyer. */
  byName: string | null
  effective: string | null
  /** The house's own; null to a buyer. */
  note: string | null
  films: { entryId: string; titleId: string; title: string; changes: { label: string; was: string | null; becomes: string | null }[] }[] // prettier-ignore
  price: AmendedPrice | null
}

// ---------------------------------------------------------------- what is coming

export type DealWatchKind = 'deliverable-due' | 'instalment-due' | 'invoice-late' | 'licence-renews'
export interface DealWatchItem {
  kind: DealWatchKind
  day: string | null
  late: boolean
  dealId: string
  dealNumber: number
  dealName: string
  companyName: string
  /** In the asked locale: what it is. */
  text: string
  amount: { currency: string; minor: number } | null
  /** Of `invoice-late`. */
  invoiceId: string | null
}

// ---------------------------------------------------------------- rates

export interface RatesView {
  currency: string
  known: RatesKnown[]
}
export interface RatesImported {
  days: number
  first: string | null
  last: string | null
  changed: number
  unread: EcbRead['unread']
  /** Sales whose worth in the house's currency is known now, or other than before. */
  sales: number
}

// ---------------------------------------------------------------- figures

export const FIGURE_TABLES = ['period', 'agent', 'territory', 'title', 'company', 'forecast', 'funnel', 'lost'] as const
export type FigureTable = (typeof FIGURE_TABLES)[number]
export interface FigureRow {
  key: string // a code, an id, a period
  name: string
  minor: number
  deals: number
  /** Where the row leads at the desk; null: nowhere. */
  id: string | null
}
export interface Figures {
  currency: string
  from: string
  to: string
  by: 'month' | 'quarter' | 'year'
  total: number
  deals: number
  /** Sales in currencies that have no rate for their day, which are in no sum. */
  unconverted: { currency: string; minor: number; deals: number }[]
  /** The first and last day whose rates were used; null: everything was in the house's currency. */
  rateDays: { first: string; last: string } | null
  tables: Record<'period' | 'agent' | 'territory' | 'title' | 'company', FigureRow[]>
  /** Where `most` cut a table: how many rows are not told, and what they come to. */
  rest: Record<'title' | 'company', { count: number; minor: number } | null>
  forecast: { rows: (FigureRow & { unweighted: number })[]; total: number; rateDay: string | null; unconverted: string[] }
  funnel: { state: 'opened' | 'offered' | 'agreed' | 'signed'; deals: number }[]
  lost: FigureRow[]
  /** Currencies of what was lost for which there is no rate: their amounts are not in it. */
  lostUnconverted: string[]
}

export interface AfterVerbs {
  viewAccounts(actor: Actor): Promise<AccountsSettings>
  changeAccounts(actor: Actor, args: { accounts: Partial<AccountsSettings> }): Promise<AccountsSettings>
  viewBilling(actor: Actor, args: { companyId: string }): Promise<{ billing: Billing; known: boolean }>
  changeBilling(actor: Actor, args: { companyId: string; billing: Billing }): Promise<Billing>

  /** What a buyer is to get, in order, with what the title sheets say of it. */
  viewDeliverables(actor: Actor, args: { dealId: string }): Promise<DeliverablesOfDeal>
  /** What is due across all deals, the soonest first. A buyer gets those of their company. */
  listDeliverables(
    actor: Actor,
    args: { shelf?: 'open' | 'sent' | 'done'; cursor?: string | null; limit?: number },
  ): Promise<Page<DeliverableListed>>
  addDeliverable(
    actor: Actor,
    args: { dealId: string; titleId: string | null; kind: DeliverableKind; detail: string | null; dueOn: string | null },
  ): Promise<DeliverablesOfDeal>
  /** Ready, sent, waived, or back; several at once, all or none. */
  stepDeliverables(
    actor: Actor,
    args: { dealId: string; items: { id: string; revision: number }[]; to: DeliverableState; note?: string | null },
  ): Promise<DeliverablesOfDeal>
  /** The buyer's word on what was sent: theirs to say, or noted for them. */
  answerDeliverable(
    actor: Actor,
    args: { id: string; revision: number; answer: 'accepted' | 'refused'; note?: string | null },
  ): Promise<DeliverablesOfDeal>
  changeDeliverable(
    actor: Actor,
    args: {
      id: string
      revision: number
      detail?: string | null
      dueOn?: string | null
      lies?: string | null
      note?: string | null
    },
  ): Promise<DeliverablesOfDeal>
  addDeliverableFile(actor: Actor, args: { id: string; fileName: string; bytes: Uint8Array }): Promise<{ id: string }>
  openDeliverableFile(actor: Actor, args: { id: string; fileId: string }): Promise<TakenAway>
  removeDeliverableFile(actor: Actor, args: { id: string; fileId: string; restore?: boolean }): Promise<void>

  viewMoney(actor: Actor, args: { dealId: string }): Promise<MoneyOfDeal>
  /** Says on which day an instalment is to be paid, where the house knows; null: it waits for its event again. */
  dateInstalment(actor: Actor, args: { id: string; dueOn: string | null }): Promise<MoneyOfDeal>
  /** An invoice as it would be, without a number. */
  previewInvoice(actor: Actor, args: InvoiceToIssue): Promise<Invoice>
  issueInvoice(actor: Actor, args: InvoiceToIssue): Promise<InvoiceView>
  /**
   * Takes an invoice back under the next number: whole, or amounts of its lines (counted from 0, without tax). What is credited is due
   * again, to be invoiced anew, or given up: it leaves the price and the figures. Absent: the whole is due again, a part given up.
   */
  creditInvoice(
    actor: Actor,
    args: {
      id: string
      reason: string
      parts?: { line: number; minor: number }[] | undefined
      becomes?: CreditedBecomes | undefined
    },
  ): Promise<InvoiceView>
  viewInvoice(actor: Actor, args: { id: string }): Promise<InvoiceView>
  /** Overdue first, then the newest. A buyer gets those of their company. */
  listInvoices(
    actor: Actor,
    args: { shelf?: InvoiceShelf; text?: string; year?: number; companyId?: string; cursor?: string | null; limit?: number },
  ): Promise<
    Page<InvoiceRow> & {
      sums: { currency: string; open: number; late: number; invoices: number; lateInvoices: number }[]
      /** What came in and is not owed any more since a credit note: to be sent back, or set off. */
      toReturn: { currency: string; minor: number; invoices: number }[]
      today: string
    }
  >
  exportInvoices(actor: Actor, args: { shelf?: InvoiceShelf; text?: string; year?: number } & ListAsked): Promise<TakenAway>
  /** The paper: PDF/A-3 with the XML inside, printed once and kept. */
  printInvoice(actor: Actor, args: { id: string }): Promise<{ pdf: Uint8Array; fileName: string }>
  /** The XML alone. */
  openInvoiceXml(actor: Actor, args: { id: string }): Promise<TakenAway>
  notePayment(actor: Actor, args: PaymentToNote): Promise<InvoiceView>
  undoPayment(actor: Actor, args: { invoiceId: string; id: string }): Promise<InvoiceView>
  /** A letter that asks for what is late, as it would be written; nothing is sent. */
  draftReminder(actor: Actor, args: { invoiceId: string }): Promise<ReminderDraft>
  /** Puts the letter into the outbox. */
  sendReminder(
    actor: Actor,
    args: { invoiceId: string; level: number; to: string; subject: string; text: string },
  ): Promise<InvoiceView>

  /** Ends a signed deal: its licences end on a day, instalments that are not invoiced are cancelled. */
  terminateDeal(
    actor: Actor,
    args: { id: string; baseRevision: number; lastDay: string | null; note?: string | null; locale: Locale },
  ): Promise<DealHead>
  /** Changes what was signed: rights of its licences from a day on, its price, how it is paid. All of it, or nothing. */
  amendDeal(actor: Actor, args: AmendmentToMake): Promise<DealHead>
  /** What was changed of a signed deal, the newest first, as it was and as it became, in the words of the locale. */
  listAmendments(actor: Actor, args: { dealId: string; locale: Locale }): Promise<AmendmentView[]>
  /** A new deal with the same films, rights and price, its days moved to follow on those of this one. */
  renewDeal(actor: Actor, args: { id: string; locale: Locale }): Promise<DealHead>

  watchDeals(actor: Actor, args: { days?: number; locale: Locale }): Promise<DealWatchItem[]>

  viewRates(actor: Actor): Promise<RatesView>
  importRates(actor: Actor, args: { bytes: Uint8Array }): Promise<RatesImported>

  /** `most`: films and companies are cut to those that come to most; absent: all are told. */
  viewFigures(
    actor: Actor,
    args: { from?: string; to?: string; by?: Figures['by']; most?: number; locale: Locale },
  ): Promise<Figures>
  exportFigures(
    actor: Actor,
    args: { table: FigureTable; from?: string; to?: string; by?: Figures['by'] } & ListAsked,
  ): Promise<TakenAway>
}

export type { AmendedPrice, CreditedBecomes, DealState, PaymentEvent }
