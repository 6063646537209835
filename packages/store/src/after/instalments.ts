/** The parts of a price. */
import type { PaymentEvent } from '@vitrine/deals/offer/offer'
import type { InstalmentState } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface InstalmentRow {
  id: string
  dealId: string
  position: number
  share: number
  event: PaymentEvent
  days: number
  day: string | null
  currency: string
  minor: number
  /** What of it is for which line of the offer, in minor units. */
  lines: number[]
  state: InstalmentState
  dueOn: string | null
  /** Somebody said the day: it no longer follows the event. */
  dated: boolean
  invoiceId: string | null
  /** The amendment that laid it out; null: the sale itself. */
  amendment: number | null
}

interface Raw {
  id: string
  deal_id: string
  position: number
  share: number
  event: PaymentEvent
  days: number
  day: string | null
  currency: string
  minor: unknown
  lines: number[]
  state: InstalmentState
  due_on: string | null
  dated: boolean
  invoice_id: string | null
  amendment: number | null
}

const toInstalment = (raw: Raw): InstalmentRow => ({
  id: raw.id,
  dealId: raw.deal_id,
  position: raw.position,
  share: raw.share,
  event: raw.event,
  days: raw.days,
  day: raw.day,
  currency: raw.currency,
  minor: Number(raw.minor),
  lines: raw.lines,
  state: raw.state,
  dueOn: raw.due_on,
  dated: raw.dated,
  invoiceId: raw.invoice_id,
  amendment: raw.amendment,
})

const columns = sql.raw(
  'i.id, i.deal_id, i.position, i.share, i.event, i.days, i.day, i.currency, i.minor, i.lines, i.state, i.due_on, i.dated, i.invoice_id, i.amendment',
)

export async function instalmentsOfDeal(db: Asker, houseId: string, dealId: string): Promise<InstalmentRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from instalment i where i.house_id = ${houseId} and i.deal_id = ${dealId} order by i.position`.execute(
      db,
    )
  return rows.map(toInstalment)
}

export async function instalmentsOfInvoice(db: Asker, houseId: string, invoiceId: string): Promise<InstalmentRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from instalment i where i.house_id = ${houseId} and i.invoice_id = ${invoiceId} order by i.position`.execute(
      db,
    )
  return rows.map(toInstalment)
}

export async function findInstalment(db: Asker, houseId: string, id: string): Promise<InstalmentRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from instalment i where i.house_id = ${houseId} and i.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toInstalment(rows[0])
}

export type InstalmentToPut = Omit<InstalmentRow, 'dealId' | 'invoiceId' | 'state' | 'dated' | 'amendment'> & {
  state: 'planned' | 'due'
  dated?: boolean
  amendment?: number
}

export async function putInstalments(
  trx: Asker,
  houseId: string,
  dealId: string,
  all: readonly InstalmentToPut[],
  at: string,
): Promise<void> {
  if (all.length === 0) return
  await sql`
    insert into instalment (house_id, id, deal_id, position, share, event, days, day, currency, minor, lines, state, due_on, dated, amendment, at)
    select ${houseId}, r.id, ${dealId}, r.position, r.share, r.event, r.days, r.day, r.currency, r.minor, r.lines, r.state, r."dueOn", coalesce(r.dated, false), r.amendment, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(all)}::text::jsonb)
      as r(id text, position integer, share integer, event text, days integer, day date, currency text, minor bigint, lines jsonb, state text, "dueOn" date, dated boolean, amendment integer)`.execute(
    trx,
  )
}

/** Another state, with the day and the invoice that belong to it; the database refuses a state that does not follow. */
export async function stepInstalmentRow(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: InstalmentState; dueOn: string | null; dated?: boolean; invoiceId: string | null; at: string },
): Promise<void> {
  await sql`
    update instalment set state = ${step.state}, due_on = ${step.dueOn}::date, dated = coalesce(${step.dated ?? null}::boolean, dated), invoice_id = ${step.invoiceId}, at = ${step.at}::timestamptz
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}
