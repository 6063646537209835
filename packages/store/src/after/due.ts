/** What of signed deals is coming or late. */
import type { DeliverableKind, PaymentEvent } from '@vitrine/deals/offer/offer'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { creditedOf, settledOf } from './invoices.ts'

interface OfDeal {
  dealId: string
  dealNumber: number
  dealName: string
  companyName: string
  dueOn: string
}
export type InstalmentDue = OfDeal & { event: PaymentEvent; share: number; currency: string; minor: number }
export type InvoiceDue = OfDeal & { invoiceId: string; number: string; currency: string; open: number }
export type DeliverablesDue = OfDeal & { kinds: DeliverableKind[]; count: number }

interface Raw {
  deal_id: string
  number: number
  deal_name: string
  company_name: string
  due_on: string
}
const ofDeal = (raw: Raw): OfDeal => ({
  dealId: raw.deal_id,
  dealNumber: raw.number,
  dealName: raw.deal_name,
  companyName: raw.company_name,
  dueOn: raw.due_on,
})
const dealOf = sql`join deal d on d.house_id = x.house_id and d.id = x.deal_id join company c on c.house_id = d.house_id and c.id = d.company_id`
const columns = sql.raw('x.deal_id, d.number, d.name as deal_name, c.name as company_name, x.due_on')

/** Instalments that are due by a day and were not invoiced. */
export async function instalmentsDue(db: Asker, houseId: string, until: string, limit: number): Promise<InstalmentDue[]> {
  const { rows } = await sql<Raw & { event: PaymentEvent; share: number; currency: string; minor: unknown }>`
    select ${columns}, x.event, x.share, x.currency, x.minor from instalment x ${dealOf}
    where x.house_id = ${houseId} and x.state = 'due' and x.due_on <= ${until}::date order by x.due_on, x.id limit ${limit}`.execute(
    db,
  )
  return rows.map((raw) => ({
    ...ofDeal(raw),
    event: raw.event,
    share: raw.share,
    currency: raw.currency,
    minor: Number(raw.minor),
  }))
}

/** Invoices that were payable before a day and are not paid. */
export async function invoicesLate(db: Asker, houseId: string, today: string, limit: number): Promise<InvoiceDue[]> {
  const { rows } = await sql<Raw & { id: string; invoice_number: string; currency: string; open: unknown }>`
    select ${columns}, x.id, x.number as invoice_number, x.currency,
      (select i.total_minor - ${settledOf} - ${creditedOf} from invoice i where i.house_id = x.house_id and i.id = x.id) as open
    from invoice x ${dealOf}
    where x.house_id = ${houseId} and x.state = 'issued' and x.kind = 'invoice' and x.due_on < ${today}::date order by x.due_on, x.id limit ${limit}`.execute(
    db,
  )
  return rows.map((raw) => ({
    ...ofDeal(raw),
    invoiceId: raw.id,
    number: raw.invoice_number,
    currency: raw.currency,
    open: Number(raw.open),
  }))
}

/** What is to be delivered by a day, together for each deal and day. */
export async function deliverablesDue(db: Asker, houseId: string, until: string, limit: number): Promise<DeliverablesDue[]> {
  const { rows } = await sql<Raw & { kinds: DeliverableKind[]; count: unknown }>`
    select ${columns}, jsonb_agg(distinct x.kind) as kinds, count(*) as count from deliverable x ${dealOf}
    where x.house_id = ${houseId} and x.state in ('wanted', 'ready', 'refused') and x.due_on <= ${until}::date and d.state <> 'terminated'
    group by x.deal_id, d.number, d.name, c.name, x.due_on order by x.due_on, d.number limit ${limit}`.execute(db)
  return rows.map((raw) => ({ ...ofDeal(raw), kinds: raw.kinds, count: Number(raw.count) }))
}
