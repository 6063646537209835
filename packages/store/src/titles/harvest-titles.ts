/** Titles in the order of their last change, for those who keep a copy of the public catalogue. */
import { sql } from 'kysely'
import { type Asker, instantOrNull } from '../asker.ts'
import { type RawTitle, titleColumns, type TitleRow, toTitleRow } from './title-row.ts'

/** Public, or once was: what never was public nobody hears of. */
const everPublic = sql`(t.status = 'published' or t.published_at is not null)`

export interface Harvest {
  /** Instants, the first inclusive, the second not. */
  from: string | null
  before: string | null
  collection: string | null
  after: { at: string; id: string } | null
}

export async function harvestTitles(
  db: Asker,
  houseId: string,
  { from, before, collection, after }: Harvest,
  limit: number,
): Promise<TitleRow[]> {
  const { rows } = await sql<RawTitle>`
    select ${titleColumns} from title t where t.house_id = ${houseId} and ${everPublic}
      ${from === null ? sql`` : sql`and t.updated_at >= ${from}::timestamptz`}
      ${before === null ? sql`` : sql`and t.updated_at < ${before}::timestamptz`}
      ${collection === null ? sql`` : sql`and jsonb_exists(t.sheet->'collections', ${collection})`}
      ${after === null ? sql`` : sql`and (t.updated_at, t.id) > (${after.at}::timestamptz, ${after.id})`}
    order by t.updated_at, t.id limit ${limit}`.execute(db)
  return rows.map(toTitleRow)
}

/** The first of all changes that can be told; null where nothing ever was public. */
export async function earliestChange(db: Asker, houseId: string): Promise<string | null> {
  const { rows } = await sql<{ at: unknown }>`
    select min(t.updated_at) as at from title t where t.house_id = ${houseId} and ${everPublic}`.execute(db)
  return instantOrNull(rows[0]?.at)
}
