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
  /** What of it credit notes took since it was invoiced, as `lines`, which say what is left; null: nothing. */
  credited: number[] | null
  /** The credit note that parted it from what it belonged to. */
  creditId: string | null
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
  credited: number[] | null
  credit_id: string | null
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
  credited: raw.credited,
  creditId: raw.credit_id,
})

const columns = sql.raw(
  'i.id, i.deal_id, i.position, i.share, i.event, i.days, i.day, i.currency, i.minor, i.lines, i.state, i.due_on, i.dated, i.invoice_id, i.amendment, i.credited, i.credit_id',
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

export type InstalmentToPut = Omit<
  InstalmentRow,
  'dealId' | 'invoiceId' | 'state' | 'dated' | 'amendment' | 'credited' | 'creditId'
> & {
  state: 'planned' | 'due'
  dated?: boolean
  amendment?: number | null
  creditId?: string
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
    insert into instalment (house_id, id, deal_id, position, share, event, days, day, currency, minor, lines, state, due_on, dated, amendment, credit_id, at)
    select ${houseId}, r.id, ${dealId}, r.position, r.share, r.event, r.days, r.day, r.currency, r.minor, r.lines, r.state, r."dueOn", coalesce(r.dated, false), r.amendment, r."creditId", ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(all)}::text::jsonb)
      as r(id text, position integer, share integer, event text, days integer, day date, currency text, minor bigint, lines jsonb, state text, "dueOn" date, dated boolean, amendment integer, "creditId" text)`.execute(
    trx,
  )
}

/** Another state, with the day and the invoice that belong to it; the database refuses a state that does not follow. */
export async function stepInstalmentRow(
  trx: Asker,
  houseId: string,
  id: string,
  step: {
    state: InstalmentState
    dueOn: string | null
    dated?: boolean
    invoiceId: string | null
    /** Null: no credit note's any more. Absent: as it was. */
    creditId?: string | null
    at: string
  },
): Promise<void> {
  await sql`
    update instalment set state = ${step.state}, due_on = ${step.dueOn}::date, dated = coalesce(${step.dated ?? null}::boolean, dated), invoice_id = ${step.invoiceId},
      credited = case when ${step.invoiceId}::text is null then null else credited end,
      credit_id = case when ${step.creditId === undefined}::boolean then credit_id else ${step.creditId ?? null} end, at = ${step.at}::timestamptz
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** A credit note took a part of what was invoiced: what is left of it, and what went. */
export async function creditInstalmentRow(
  trx: Asker,
  houseId: string,
  id: string,
  left: { share: number; minor: number; lines: readonly number[]; credited: readonly number[] },
): Promise<void> {
  await sql`
    update instalment set share = ${left.share}::integer, minor = ${left.minor}::bigint, lines = ${JSON.stringify(left.lines)}::text::jsonb,
      credited = ${JSON.stringify(left.credited)}::text::jsonb
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}
