/** What happened in a deal, in its order. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface DealEvent {
  seq: number
  at: string
  byName: string
  what: string
  detail: Record<string, unknown>
}

/** One more line, in the transaction of what happened; the house is locked, so no two get one number. */
export async function appendDealEvent(
  trx: Asker,
  houseId: string,
  dealId: string,
  event: Omit<DealEvent, 'seq'> & { byId: string | null },
): Promise<void> {
  await sql`
    insert into deal_event (house_id, deal_id, seq, at, by_id, by_name, what, detail)
    values (${houseId}, ${dealId}, (select coalesce(max(seq), 0) + 1 from deal_event where house_id = ${houseId} and deal_id = ${dealId}),
      ${event.at}::timestamptz, ${event.byId}, ${event.byName}, ${event.what}, ${JSON.stringify(event.detail)}::text::jsonb)`.execute(
    trx,
  )
}

/** The newest first. */
export async function dealEvents(db: Asker, houseId: string, dealId: string): Promise<DealEvent[]> {
  const { rows } = await sql<{ seq: number; at: unknown; by_name: string; what: string; detail: Record<string, unknown> }>`
    select seq, at, by_name, what, detail from deal_event where house_id = ${houseId} and deal_id = ${dealId} order by seq desc`.execute(
    db,
  )
  return rows.map((row) => ({ seq: row.seq, at: instant(row.at), byName: row.by_name, what: row.what, detail: row.detail }))
}
