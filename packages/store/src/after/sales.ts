/** What was sold, by film and licence; every figure is a sum of these lines. */
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface SaleLine {
  dealId: string
  line: number
  titleId: string
  signedOn: string
  currency: string
  minor: number
  houseCurrency: string
  houseMinor: number | null
  rateDay: string | null
  /** The countries, by the hash of their set: those of its offer when it is signed, from then on those of its licence (000045). */
  territories: string
}

export async function putTerritorySet(trx: Asker, houseId: string, hash: string, leaves: readonly string[]): Promise<void> {
  await sql`
    insert into territory_set (house_id, hash, leaves) values (${houseId}, ${hash}, ${JSON.stringify(leaves)}::text::jsonb)
    on conflict (house_id, hash) do nothing`.execute(trx)
}

/** Of a house that has moved in: what was sold counts where its licences hold, as the database keeps it of every sale since (000045). */
export async function countSalesWhereTheyHold(trx: Asker, houseId: string): Promise<void> {
  await sql`select note_where_all_sold(${houseId})`.execute(trx)
}

/** Writes lines, or writes them anew. */
export async function putSaleLines(trx: Asker, houseId: string, lines: readonly SaleLine[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into sale_line (house_id, deal_id, line, title_id, signed_on, currency, minor, house_currency, house_minor, rate_day, territories)
    select ${houseId}, r."dealId", r.line, r."titleId", r."signedOn", r.currency, r.minor, r."houseCurrency", r."houseMinor", r."rateDay", r.territories
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as r("dealId" text, line integer, "titleId" text, "signedOn" date, currency text, minor bigint,
      "houseCurrency" text, "houseMinor" bigint, "rateDay" date, territories text)
    on conflict (house_id, deal_id, line) do update set minor = excluded.minor, house_currency = excluded.house_currency,
      house_minor = excluded.house_minor, rate_day = excluded.rate_day, territories = excluded.territories`.execute(trx)
}

const columns = sql.raw('deal_id, line, title_id, signed_on, currency, minor, house_currency, house_minor, rate_day, territories')

interface Raw {
  deal_id: string
  line: number
  title_id: string
  signed_on: string
  currency: string
  minor: unknown
  house_currency: string
  house_minor: unknown
  rate_day: string | null
  territories: string
}

const toLine = (raw: Raw): SaleLine => ({
  dealId: raw.deal_id,
  line: raw.line,
  titleId: raw.title_id,
  signedOn: raw.signed_on,
  currency: raw.currency,
  minor: Number(raw.minor),
  houseCurrency: raw.house_currency,
  houseMinor: raw.house_minor === null ? null : Number(raw.house_minor),
  rateDay: raw.rate_day,
  territories: raw.territories,
})

export async function saleLinesOf(db: Asker, houseId: string, dealId: string): Promise<SaleLine[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from sale_line where house_id = ${houseId} and deal_id = ${dealId} order by line`.execute(db)
  return rows.map(toLine)
}

/** Sales whose worth may be another, each with its lines: all of them, or those whose rate is unknown or not that of their own day. */
export async function salesToConvert(db: Asker, houseId: string, all: boolean): Promise<SaleLine[][]> {
  const { rows } = await sql<Raw>`
    select ${columns} from sale_line where house_id = ${houseId} ${all ? sql`` : sql` and currency <> house_currency and (rate_day is null or rate_day < signed_on)`}
    order by deal_id, line`.execute(db)
  return [...Map.groupBy(rows.map(toLine), ({ dealId }) => dealId).values()]
}
