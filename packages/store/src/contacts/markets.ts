/** Markets and festivals that the house goes to. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instantOrNull } from '../asker.ts'

export interface MarketRow {
  id: string
  name: string
  kind: 'market' | 'festival' | 'other'
  city: string | null
  country: string | null
  firstDay: string
  lastDay: string
  stand: string | null
  revision: number
  removedAt: string | null
}

interface Raw {
  id: string
  name: string
  kind: MarketRow['kind']
  city: string | null
  country: string | null
  first_day: string
  last_day: string
  stand: string | null
  revision: number
  removed_at: unknown
}

const columns = sql.raw('k.id, k.name, k.kind, k.city, k.country, k.first_day, k.last_day, k.stand, k.revision, k.removed_at')

const toMarket = ({ first_day: firstDay, last_day: lastDay, removed_at, ...rest }: Raw): MarketRow => ({
  id: rest.id,
  name: rest.name,
  kind: rest.kind,
  city: rest.city,
  country: rest.country,
  firstDay,
  lastDay,
  stand: rest.stand,
  revision: rest.revision,
  removedAt: instantOrNull(removed_at),
})

export async function putMarket(trx: Asker, houseId: string, market: MarketRow, at: string): Promise<void> {
  await sql`
    insert into market (house_id, id, name, kind, city, country, first_day, last_day, stand, revision, updated_at, removed_at)
    values (${houseId}, ${market.id}, ${market.name}, ${market.kind}, ${market.city}, ${market.country}, ${market.firstDay}::date, ${market.lastDay}::date,
      ${market.stand}, ${market.revision}, ${at}::timestamptz, ${market.removedAt}::timestamptz)
    on conflict (house_id, id) do update set name = excluded.name, kind = excluded.kind, city = excluded.city, country = excluded.country,
      first_day = excluded.first_day, last_day = excluded.last_day, stand = excluded.stand, revision = excluded.revision,
      updated_at = excluded.updated_at, removed_at = excluded.removed_at`.execute(trx)
}

/** A market, also one that was removed. */
export async function findMarketEver(db: Asker, houseId: string, id: string): Promise<MarketRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from market k where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toMarket(rows[0])
}

export async function findMarket(db: Asker, houseId: string, id: string): Promise<MarketRow | null> {
  const market = await findMarketEver(db, houseId, id)
  return market === null || market.removedAt !== null ? null : market
}

/** Markets, the last first, with how many meetings they have. */
export interface MarketFilter {
  kind?: MarketRow['kind'] | undefined
  country?: string | undefined
  /** Days of which at least one is a day of the market. */
  from?: string | undefined
  to?: string | undefined
}

const among = (houseId: string, { kind, country, from, to }: MarketFilter): RawBuilder<unknown> => sql`
  k.house_id = ${houseId} and k.removed_at is null
  ${kind === undefined ? sql`` : sql`and k.kind = ${kind}`}
  ${country === undefined ? sql`` : sql`and k.country = ${country}`}
  ${from === undefined ? sql`` : sql`and k.last_day >= ${from}::date`}
  ${to === undefined ? sql`` : sql`and k.first_day <= ${to}::date`}`

export async function listMarketRows(
  db: Asker,
  houseId: string,
  limit: number,
  filter: MarketFilter = {},
): Promise<(MarketRow & { meetings: number })[]> {
  const { rows } = await sql<Raw & { meetings: unknown }>`
    select ${columns}, (select count(*) from meeting m where m.house_id = k.house_id and m.market_id = k.id and m.removed_at is null) as meetings
    from market k where ${among(houseId, filter)} order by first_day desc, id limit ${limit}`.execute(db)
  return rows.map((raw) => ({ ...toMarket(raw), meetings: Number(raw.meetings) }))
}
