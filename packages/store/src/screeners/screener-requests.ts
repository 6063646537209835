import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface ScreenerRequestRow {
  id: string
  titleId: string | null
  titleName: string | null
  name: string
  email: string
  company: string | null
  message: string | null
  state: 'open' | 'answered' | 'closed'
  at: string
}

export async function insertScreenerRequest(
  trx: Asker,
  houseId: string,
  request: Omit<ScreenerRequestRow, 'titleName'> & { locale: string; userId: string | null },
): Promise<void> {
  await sql`
    insert into screener_request (house_id, id, title_id, name, email, company, message, locale, state, user_id, at)
    values (${houseId}, ${request.id}, ${request.titleId}, ${request.name}, ${request.email}, ${request.company}, ${request.message}, ${request.locale},
      ${request.state}, ${request.userId}, ${request.at}::timestamptz)`.execute(trx)
}

/** The newest first; `before` is the last one of the page before. */
export async function listScreenerRequestRows(
  db: Asker,
  houseId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<ScreenerRequestRow[]> {
  const { rows } = await sql<
    Omit<ScreenerRequestRow, 'titleId' | 'titleName' | 'at'> & { title_id: string | null; title_name: string | null; at: unknown }
  >`
    select r.id, r.title_id, t.card->>'title' as title_name, r.name, r.email, r.company, r.message, r.state, r.at
    from screener_request r left join title t on t.house_id = r.house_id and t.id = r.title_id
    where r.house_id = ${houseId} ${before === null ? sql`` : sql`and (r.at, r.id) < (${before.at}::timestamptz, ${before.id})`}
    order by r.at desc, r.id desc limit ${limit}`.execute(db)
  return rows.map(({ title_id: titleId, title_name: titleName, at, ...rest }) => ({
    ...rest,
    titleId,
    titleName,
    at: instant(at),
  }))
}

/** False when there is no such request. */
export async function setScreenerRequestState(trx: Asker, houseId: string, id: string, state: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update screener_request set state = ${state} where house_id = ${houseId} and id = ${id} returning id`.execute(trx)
  return rows.length > 0
}
