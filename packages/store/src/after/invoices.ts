/** Invoices and credit notes as they were issued, and the money that came in for them. */
import type { Invoice } from '@vitrine/ledger/invoice/invoice'
import type { InvoiceState } from '@vitrine/deals/states/machines'
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface InvoiceRow {
  id: string
  year: number
  seq: number
  number: string
  kind: 'invoice' | 'credit-note'
  state: InvoiceState
  dealId: string
  dealNumber: number
  dealName: string
  companyId: string
  companyName: string
  creditsId: string | null
  /** Of a credit note: how the invoice is called from which it takes. */
  creditsNumber: string | null
  /** The last credit note that takes from it; null: none does. */
  creditedById: string | null
  issuedOn: string
  dueOn: string
  currency: string
  net: number
  vat: number
  total: number
  /** Tax that the buyer is expected to keep back. */
  withheld: number
  /** Received, charged by banks and withheld, as it was noted, without what was sent back. */
  settled: number
  /** What credit notes took from it, tax included. */
  credited: number
  reminders: number
  lastReminder: string | null
}

interface Raw {
  id: string
  year: number
  seq: number
  number: string
  kind: 'invoice' | 'credit-note'
  state: InvoiceState
  deal_id: string
  deal_number: number
  deal_name: string
  company_id: string
  company_name: string
  credits_id: string | null
  credits_number: string | null
  credited_by: string | null
  issued_on: string
  due_on: string
  currency: string
  net_minor: unknown
  vat_minor: unknown
  total_minor: unknown
  withheld_minor: unknown
  settled: unknown
  credited: unknown
  reminders: unknown
  last_reminder: unknown
}

const toInvoice = (raw: Raw): InvoiceRow => ({
  id: raw.id,
  year: raw.year,
  seq: raw.seq,
  number: raw.number,
  kind: raw.kind,
  state: raw.state,
  dealId: raw.deal_id,
  dealNumber: raw.deal_number,
  dealName: raw.deal_name,
  companyId: raw.company_id,
  companyName: raw.company_name,
  creditsId: raw.credits_id,
  creditsNumber: raw.credits_number,
  creditedById: raw.credited_by,
  issuedOn: raw.issued_on,
  dueOn: raw.due_on,
  currency: raw.currency,
  net: Number(raw.net_minor),
  vat: Number(raw.vat_minor),
  total: Number(raw.total_minor),
  withheld: Number(raw.withheld_minor),
  settled: Number(raw.settled),
  credited: Number(raw.credited),
  reminders: Number(raw.reminders),
  lastReminder: instantOrNull(raw.last_reminder),
})

/** What came in for an invoice `i`, and stayed. */
export const settledOf = sql`(select coalesce(sum((p.minor + p.charges_minor + p.withheld_minor) * case p.direction when 'in' then 1 else -1 end), 0)
  from payment p where p.house_id = i.house_id and p.invoice_id = i.id and p.undone_at is null)`
/** What credit notes took from an invoice `i`. */
export const creditedOf = sql`(select coalesce(sum(n.total_minor), 0) from invoice n where n.house_id = i.house_id and n.credits_id = i.id)`

const columns = sql`
  select i.id, i.year, i.seq, i.number, i.kind, i.state, i.deal_id, d.number as deal_number, d.name as deal_name, i.company_id, c.name as company_name, i.credits_id,
    (select o.number from invoice o where o.house_id = i.house_id and o.id = i.credits_id) as credits_number,
    (select n.id from invoice n where n.house_id = i.house_id and n.credits_id = i.id order by n.year desc, n.seq desc limit 1) as credited_by,
    i.issued_on, i.due_on, i.currency, i.net_minor, i.vat_minor, i.total_minor, i.withheld_minor,
    ${settledOf} as settled, ${creditedOf} as credited,
    (select count(*) from payment_reminder r where r.house_id = i.house_id and r.invoice_id = i.id) as reminders,
    (select max(r.at) from payment_reminder r where r.house_id = i.house_id and r.invoice_id = i.id) as last_reminder
  from invoice i join deal d on d.house_id = i.house_id and d.id = i.deal_id join company c on c.house_id = i.house_id and c.id = i.company_id`

export async function findInvoice(db: Asker, houseId: string, id: string): Promise<InvoiceRow | null> {
  const { rows } = await sql<Raw>`${columns} where i.house_id = ${houseId} and i.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toInvoice(rows[0])
}

/** Every word and sum of it, as it was issued. */
export async function readInvoice(db: Asker, houseId: string, id: string): Promise<Invoice | null> {
  const { rows } = await sql<{
    content: Invoice
  }>`select content from invoice where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0]?.content ?? null
}

/** What the credit notes of an invoice say, the first first. */
export async function notesOfInvoice(db: Asker, houseId: string, id: string): Promise<(Invoice & { id: string })[]> {
  const { rows } = await sql<{ id: string; content: Invoice }>`
    select id, content from invoice where house_id = ${houseId} and credits_id = ${id} order by year, seq`.execute(db)
  return rows.map(({ id: noteId, content }) => ({ ...content, id: noteId }))
}

export async function invoicesOfDeal(db: Asker, houseId: string, dealId: string): Promise<InvoiceRow[]> {
  const { rows } =
    await sql<Raw>`${columns} where i.house_id = ${houseId} and i.deal_id = ${dealId} order by i.year desc, i.seq desc`.execute(
      db,
    )
  return rows.map(toInvoice)
}

export const INVOICE_SHELVES = ['all', 'open', 'overdue', 'paid', 'credited', 'credit-notes', 'to-return'] as const
export type InvoiceShelf = (typeof INVOICE_SHELVES)[number]

export interface InvoiceFilter {
  shelf: InvoiceShelf
  companyId?: string | undefined
  year?: number | undefined
  /** Words of the number, the company or the deal. */
  text?: string | undefined
  today: string
  /** Overdue invoices come first; then the newest number. */
  after?: { overdue: boolean; dueOn: string; year: number; seq: number } | null | undefined
  limit: number
}

const overdue = (today: string) => sql`(i.state = 'issued' and i.kind = 'invoice' and i.due_on < ${today}::date)`

/** More came in than is owed since a credit note: payments of more than is owed are refused, so without one there is nothing. */
const toReturn = sql`i.kind = 'invoice' and exists (select from invoice n where n.house_id = i.house_id and n.credits_id = i.id)
  and ${settledOf} > i.total_minor - ${creditedOf}`

function conditions({ shelf, companyId, year, text, today }: Omit<InvoiceFilter, 'after' | 'limit'>): RawBuilder<unknown> {
  const like = text === undefined || text.trim() === '' ? null : `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  const all = [
    companyId === undefined ? null : sql`i.company_id = ${companyId}`,
    year === undefined ? null : sql`i.year = ${year}`,
    like === null ? null : sql`(i.number ilike ${like} or c.name ilike ${like} or d.name ilike ${like})`,
    shelf === 'open' ? sql`i.state = 'issued' and i.kind = 'invoice'` : null,
    shelf === 'overdue' ? overdue(today) : null,
    shelf === 'paid' ? sql`i.state = 'paid'` : null,
    shelf === 'credited' ? sql`i.state = 'credited'` : null,
    shelf === 'credit-notes' ? sql`i.kind = 'credit-note'` : null,
    shelf === 'to-return' ? toReturn : null,
  ].filter((each) => each !== null)
  return all.length === 0 ? sql`` : sql` and ${sql.join(all, sql` and `)}`
}

/**
 * A page of invoices: those that are overdue first, the longest due first; then the others, the newest first. The two are
 * asked one after the other, each along an index.
 */
export async function listInvoiceRows(db: Asker, houseId: string, filter: InvoiceFilter): Promise<InvoiceRow[]> {
  const { after, limit, today } = filter
  const rows: InvoiceRow[] = []
  if (!after || after.overdue) {
    const beyond = after
      ? sql` and (i.due_on, i.year, i.seq) > (${after.dueOn}::date, ${after.year}::integer, ${after.seq}::integer)`
      : sql``
    const { rows: late } = await sql<Raw>`
      ${columns} where i.house_id = ${houseId} and ${overdue(today)} ${conditions(filter)} ${beyond}
      order by i.due_on, i.year, i.seq limit ${limit}`.execute(db)
    rows.push(...late.map(toInvoice))
    if (rows.length === limit || filter.shelf === 'overdue') return rows
  }
  const beyond = after && !after.overdue ? sql` and (i.year, i.seq) < (${after.year}::integer, ${after.seq}::integer)` : sql``
  const { rows: others } = await sql<Raw>`
    ${columns} where i.house_id = ${houseId} and not ${overdue(today)} ${conditions(filter)} ${beyond}
    order by i.year desc, i.seq desc limit ${limit - rows.length}`.execute(db)
  return [...rows, ...others.map(toInvoice)]
}

/** What is open and what of it is overdue, by currency. */
export async function openSums(
  db: Asker,
  houseId: string,
  today: string,
  companyId?: string,
): Promise<{ currency: string; open: number; late: number; invoices: number; lateInvoices: number }[]> {
  const { rows } = await sql<{ currency: string; open: unknown; late: unknown; invoices: unknown; late_invoices: unknown }>`
    select currency, sum(rest) as open, coalesce(sum(rest) filter (where due_on < ${today}::date), 0) as late, count(*) as invoices,
      count(*) filter (where due_on < ${today}::date) as late_invoices
    from (select i.currency, i.due_on, i.total_minor - ${settledOf} - ${creditedOf} as rest
      from invoice i where i.house_id = ${houseId} and i.state = 'issued' and i.kind = 'invoice'
        ${companyId === undefined ? sql`` : sql` and i.company_id = ${companyId}`}) as each
    group by currency order by currency`.execute(db)
  return rows.map((row) => ({
    currency: row.currency,
    open: Number(row.open),
    late: Number(row.late),
    invoices: Number(row.invoices),
    lateInvoices: Number(row.late_invoices),
  }))
}

/** What came in and is not owed any more, by currency: to be sent back, or set off. Found along the credit notes, which are few. */
export async function returnSums(
  db: Asker,
  houseId: string,
  of: { companyId?: string | undefined; dealId?: string | undefined } = {},
): Promise<{ currency: string; minor: number; invoices: number }[]> {
  const { rows } = await sql<{ currency: string; minor: unknown; invoices: unknown }>`
    select currency, sum(over) as minor, count(*) as invoices
    from (select i.currency, ${settledOf} - (i.total_minor - ${creditedOf}) as over
      from invoice i where i.house_id = ${houseId} and i.id in (select c.credits_id from invoice c where c.house_id = ${houseId} and c.credits_id is not null)
        ${of.companyId === undefined ? sql`` : sql` and i.company_id = ${of.companyId}`}
        ${of.dealId === undefined ? sql`` : sql` and i.deal_id = ${of.dealId}`}) as each
    where over > 0 group by currency order by currency`.execute(db)
  return rows.map(({ currency, minor, invoices }) => ({ currency, minor: Number(minor), invoices: Number(invoices) }))
}

export interface InvoiceToPut {
  id: string
  kind: InvoiceRow['kind']
  dealId: string
  companyId: string
  creditsId: string | null
  /** Made with the number that the row gets. */
  content: (number: string) => Invoice
  issuedOn: string
  at: string
  byId: string | null
  byName: string
}

/** The day of the last invoice of a year; null when there is none. */
export async function lastInvoiceDay(db: Asker, houseId: string, year: number): Promise<string | null> {
  const { rows } = await sql<{
    day: string | null
  }>`select max(issued_on) as day from invoice where house_id = ${houseId} and year = ${year}`.execute(db)
  return rows[0]?.day ?? null
}

/** How an invoice is called: the year, and four digits or as many as it takes. */
const invoiceNumber = (year: number, seq: number): string => `${year}-${String(seq).padStart(4, '0')}`

/** Issues an invoice under the next number of its year; the house is locked, so no two get one, and a transaction that fails gives it back. */
export async function putInvoice(trx: Asker, houseId: string, invoice: InvoiceToPut): Promise<Invoice> {
  const year = Number(invoice.issuedOn.slice(0, 4))
  const { rows } = await sql<{
    seq: number
  }>`select coalesce(max(seq), 0) + 1 as seq from invoice where house_id = ${houseId} and year = ${year}`.execute(trx)
  const seq = Number(rows[0]!.seq)
  const content = invoice.content(invoiceNumber(year, seq))
  const { sums } = content
  await sql`
    insert into invoice (house_id, id, year, seq, number, kind, state, deal_id, company_id, credits_id, issued_on, due_on, currency, net_minor, vat_minor, total_minor,
      withheld_minor, content, at, by_id, by_name)
    values (${houseId}, ${invoice.id}, ${year}, ${seq}, ${content.number}, ${invoice.kind}, 'issued', ${invoice.dealId}, ${invoice.companyId}, ${invoice.creditsId},
      ${content.issuedOn}::date, ${content.dueOn}::date, ${content.currency}, ${sums.net}::bigint, ${sums.vat}::bigint, ${sums.total}::bigint,
      ${content.withheld.minor}::bigint, ${JSON.stringify(content)}::text::jsonb, ${invoice.at}::timestamptz, ${invoice.byId}, ${invoice.byName})`.execute(
    trx,
  )
  return content
}

export async function stepInvoiceRow(trx: Asker, houseId: string, id: string, state: InvoiceState): Promise<void> {
  await sql`update invoice set state = ${state} where house_id = ${houseId} and id = ${id}`.execute(trx)
}

// ---------------------------------------------------------------------------------------------- papers

export async function invoicePaper(db: Asker, houseId: string, invoiceId: string): Promise<string | null> {
  const { rows } = await sql<{
    sha256: string
  }>`select sha256 from invoice_paper where house_id = ${houseId} and invoice_id = ${invoiceId}`.execute(db)
  return rows[0]?.sha256 ?? null
}

/** Keeps the paper that was printed first, whoever else printed it at the same moment; answers with the one that counts. */
export async function keepInvoicePaper(
  db: Asker,
  houseId: string,
  invoiceId: string,
  sha256: string,
  at: string,
): Promise<string> {
  await sql`
    insert into invoice_paper (house_id, invoice_id, sha256, at) values (${houseId}, ${invoiceId}, ${sha256}, ${at}::timestamptz)
    on conflict (house_id, invoice_id) do nothing`.execute(db)
  return (await invoicePaper(db, houseId, invoiceId))!
}

// ---------------------------------------------------------------------------------------------- payments

export interface PaymentRow {
  id: string
  invoiceId: string
  receivedOn: string
  minor: number
  charges: number
  withheld: number
  /** `out`: it was sent back, or set off against another invoice. */
  direction: 'in' | 'out'
  /** Its other side, on the invoice that it was set off against; null: it is money. */
  setOff: { invoiceId: string; number: string } | null
  note: string | null
  at: string
  byName: string
}

/** A payment to be written. `setOffId`: the same on both sides of a set-off. */
export type PaymentToPut = Omit<PaymentRow, 'setOff'> & { setOffId: string | null }

interface RawPayment {
  id: string
  invoice_id: string
  received_on: string
  minor: unknown
  charges_minor: unknown
  withheld_minor: unknown
  direction: 'in' | 'out'
  note: string | null
  at: unknown
  by_name: string
  set_off: PaymentRow['setOff']
}

/** Payments that were not taken back, the oldest first. */
export async function paymentsOfInvoices(db: Asker, houseId: string, invoiceIds: readonly string[]): Promise<PaymentRow[]> {
  if (invoiceIds.length === 0) return []
  const { rows } = await sql<RawPayment>`
    select p.id, p.invoice_id, p.received_on, p.minor, p.charges_minor, p.withheld_minor, p.direction, p.note, p.at, p.by_name,
      (select jsonb_build_object('invoiceId', i.id, 'number', i.number) from payment o join invoice i on i.house_id = o.house_id and i.id = o.invoice_id
        where o.house_id = p.house_id and o.set_off_id = p.set_off_id and o.id <> p.id) as set_off
    from payment p
    where p.house_id = ${houseId} and p.undone_at is null and p.invoice_id in (${sql.join(invoiceIds)}) order by p.received_on, p.at, p.id`.execute(
    db,
  )
  return rows.map((raw) => ({
    id: raw.id,
    invoiceId: raw.invoice_id,
    receivedOn: raw.received_on,
    minor: Number(raw.minor),
    charges: Number(raw.charges_minor),
    withheld: Number(raw.withheld_minor),
    direction: raw.direction,
    setOff: raw.set_off,
    note: raw.note,
    at: instant(raw.at),
    byName: raw.by_name,
  }))
}

export async function putPayment(trx: Asker, houseId: string, payment: PaymentToPut): Promise<void> {
  await sql`
    insert into payment (house_id, id, invoice_id, received_on, minor, charges_minor, withheld_minor, direction, set_off_id, note, at, by_name)
    values (${houseId}, ${payment.id}, ${payment.invoiceId}, ${payment.receivedOn}::date, ${payment.minor}::bigint, ${payment.charges}::bigint,
      ${payment.withheld}::bigint, ${payment.direction}, ${payment.setOffId}, ${payment.note}, ${payment.at}::timestamptz, ${payment.byName})`.execute(
    trx,
  )
}

/** The other side of a set-off that stands. */
export async function otherSide(db: Asker, houseId: string, id: string): Promise<Pick<PaymentRow, 'id' | 'direction'> | null> {
  const { rows } = await sql<Pick<PaymentRow, 'id' | 'direction'>>`
    select o.id, o.direction from payment p join payment o on o.house_id = p.house_id and o.set_off_id = p.set_off_id and o.id <> p.id
    where p.house_id = ${houseId} and p.id = ${id} and o.undone_at is null`.execute(db)
  return rows[0] ?? null
}

/** Takes a payment back; false when it is not there or was taken back already. */
export async function undoPaymentRow(trx: Asker, houseId: string, invoiceId: string, id: string, at: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update payment set undone_at = ${at}::timestamptz where house_id = ${houseId} and invoice_id = ${invoiceId} and id = ${id} and undone_at is null returning id`.execute(
    trx,
  )
  return rows.length > 0
}

// ---------------------------------------------------------------------------------------------- reminders

export async function putReminder(
  trx: Asker,
  houseId: string,
  reminder: { id: string; invoiceId: string; level: number; at: string; byName: string },
): Promise<void> {
  await sql`
    insert into payment_reminder (house_id, id, invoice_id, level, at, by_name)
    values (${houseId}, ${reminder.id}, ${reminder.invoiceId}, ${reminder.level}, ${reminder.at}::timestamptz, ${reminder.byName})`.execute(
    trx,
  )
}

export async function lastReminderLevel(db: Asker, houseId: string, invoiceId: string): Promise<number> {
  const { rows } = await sql<{
    level: number | null
  }>`select max(level) as level from payment_reminder where house_id = ${houseId} and invoice_id = ${invoiceId}`.execute(db)
  return Number(rows[0]?.level ?? 0)
}
