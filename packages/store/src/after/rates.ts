/** Rates of exchange by day. */
import type { DayOfRates } from '@vitrine/ledger/rates/rates'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

/** Keeps days of rates; a rate that is known already is put right. Answers how many are new or other than before. */
export async function putRates(trx: Asker, houseId: string, days: readonly DayOfRates[]): Promise<number> {
  const rows = days.flatMap(({ day, rates }) => Object.entries(rates).map(([currency, rate]) => ({ currency, day, rate })))
  let changed = 0
  for (let at = 0; at < rows.length; at += 5_000) {
    const { rows: written } = await sql<{ day: string }>`
      insert into exchange_rate (house_id, currency, day, rate)
      select ${houseId}, currency, day, rate from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + 5_000))}::text::jsonb) as r(currency text, day date, rate text)
      on conflict (house_id, currency, day) do update set rate = excluded.rate where exchange_rate.rate <> excluded.rate
      returning day`.execute(trx)
    changed += written.length
  }
  return changed
}

/** The last rate of each of these currencies up to a day, no older than ten days before it: banks rest on holidays, not for a month. */
export async function ratesFor(db: Asker, houseId: string, currencies: readonly string[], day: string): Promise<DayOfRates[]> {
  const wanted = currencies.filter((currency) => currency !== 'EUR')
  if (wanted.length === 0) return [{ day, rates: {} }]
  const { rows } = await sql<{ currency: string; day: string; rate: string }>`
    select currency, day, rate from exchange_rate
    where house_id = ${houseId} and currency in (${sql.join(wanted)}) and day <= ${day}::date and day > ${day}::date - 10 order by day`.execute(
    db,
  )
  return [...Map.groupBy(rows, (row) => row.day)].map(([at, each]) => ({
    day: at,
    rates: Object.fromEntries(each.map(({ currency, rate }) => [currency, rate])),
  }))
}

export interface RatesKnown {
  currency: string
  first: string
  last: string
  rate: string
  days: number
}

/** Which currencies have rates, from when until when, and the last of them. */
export async function knownRates(db: Asker, houseId: string): Promise<RatesKnown[]> {
  const { rows } = await sql<{ currency: string; first: string; last: string; rate: string; days: unknown }>`
    select r.currency, r.first, r.last, e.rate, r.days
    from (select currency, min(day) as first, max(day) as last, count(*) as days from exchange_rate where house_id = ${houseId} group by currency) as r
      join exchange_rate e on e.house_id = ${houseId} and e.currency = r.currency and e.day = r.last
    order by r.currency`.execute(db)
  return rows.map((row) => ({ ...row, days: Number(row.days) }))
}
