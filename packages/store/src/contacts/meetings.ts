/** Meetings at markets. Times are minutes of the day there. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instantOrNull } from '../asker.ts'

export interface MeetingRow {
  id: string
  marketId: string
  market: string
  companyId: string | null
  company: string | null
  day: string
  fromMinute: number
  toMinute: number
  place: string | null
  userIds: string[]
  contactIds: string[]
  titleIds: string[]
  about: string | null
  notes: string
  notedBy: string | null
  notedAt: string | null
  revision: number
  removedAt: string | null
}

interface Raw {
  id: string
  market_id: string
  market: string
  company_id: string | null
  company: string | null
  day: string
  from_minute: number
  to_minute: number
  place: string | null
  user_ids: string[]
  contact_ids: string[]
  title_ids: string[]
  about: string | null
  notes: string
  noted_by: string | null
  noted_at: unknown
  revision: number
  removed_at: unknown
}

const from = sql.raw(
  `select m.id, m.market_id, k.name as market, m.company_id, c.name as company, m.day, m.from_minute, m.to_minute, m.place, m.user_ids, m.contact_ids,
    m.title_ids, m.about, m.notes, m.noted_by, m.noted_at, m.revision, m.removed_at
  from meeting m join market k on k.house_id = m.house_id and k.id = m.market_id
  left join company c on c.house_id = m.house_id and c.id = m.company_id`,
)

const toMeeting = (raw: Raw): MeetingRow => ({
  id: raw.id,
  marketId: raw.market_id,
  market: raw.market,
  companyId: raw.company_id,
  company: raw.company,
  day: raw.day,
  fromMinute: raw.from_minute,
  toMinute: raw.to_minute,
  place: raw.place,
  userIds: raw.user_ids,
  contactIds: raw.contact_ids,
  titleIds: raw.title_ids,
  about: raw.about,
  notes: raw.notes,
  notedBy: raw.noted_by,
  notedAt: instantOrNull(raw.noted_at),
  revision: raw.revision,
  removedAt: instantOrNull(raw.removed_at),
})

export async function putMeeting(
  trx: Asker,
  houseId: string,
  meeting: Omit<MeetingRow, 'market' | 'company'>,
  at: string,
): Promise<void> {
  await sql`
    insert into meeting (house_id, id, market_id, company_id, day, from_minute, to_minute, place, user_ids, contact_ids, title_ids, about, notes, noted_by, noted_at, revision, updated_at, removed_at)
    values (${houseId}, ${meeting.id}, ${meeting.marketId}, ${meeting.companyId}, ${meeting.day}::date, ${meeting.fromMinute}, ${meeting.toMinute}, ${meeting.place},
      ${JSON.stringify(meeting.userIds)}::text::jsonb, ${JSON.stringify(meeting.contactIds)}::text::jsonb, ${JSON.stringify(meeting.titleIds)}::text::jsonb,
      ${meeting.about}, ${meeting.notes}, ${meeting.notedBy}, ${meeting.notedAt}::timestamptz, ${meeting.revision}, ${at}::timestamptz, ${meeting.removedAt}::timestamptz)
    on conflict (house_id, id) do update set company_id = excluded.company_id, day = excluded.day, from_minute = excluded.from_minute, to_minute = excluded.to_minute,
      place = excluded.place, user_ids = excluded.user_ids, contact_ids = excluded.contact_ids, title_ids = excluded.title_ids, about = excluded.about,
      notes = excluded.notes, noted_by = excluded.noted_by, noted_at = excluded.noted_at, revision = excluded.revision, updated_at = excluded.updated_at,
      removed_at = excluded.removed_at`.execute(trx)
}

export async function findMeeting(db: Asker, houseId: string, id: string): Promise<MeetingRow | null> {
  const { rows } = await sql<Raw>`${from} where m.house_id = ${houseId} and m.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toMeeting(rows[0])
}

const listed = async (db: Asker, houseId: string, condition: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) => {
  const { rows } = await sql<Raw>`${from} where m.house_id = ${houseId} and m.removed_at is null and ${condition} order by ${order} limit ${limit}`.execute(db) // prettier-ignore
  return rows.map(toMeeting)
}

export const meetingsOfMarket = (db: Asker, houseId: string, marketId: string): Promise<MeetingRow[]> =>
  listed(db, houseId, sql`m.market_id = ${marketId}`, sql`m.day, m.from_minute, m.to_minute, m.id`, 2_000)

export const meetingsOfContact = (db: Asker, houseId: string, contactId: string, limit: number): Promise<MeetingRow[]> =>
  listed(
    db,
    houseId,
    sql`m.contact_ids @> ${JSON.stringify([contactId])}::text::jsonb`,
    sql`m.day desc, m.from_minute desc, m.id`,
    limit,
  )
