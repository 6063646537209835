/** Viewings: one person watching one reel on one device; what ran of it, and what was sent. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export const DEVICES = ['phone', 'tablet', 'computer', 'television', 'other'] as const
export type Device = (typeof DEVICES)[number]

/** A film that runs, or a copy of it to keep. */
export type ViewingKind = 'stream' | 'copy'

/** Why a screener lets nobody in, as the database says it (000025). */
export const SCREENER_REFUSALS = ['revoked', 'expired', 'used', 'devices'] as const
export type ScreenerRefusal = (typeof SCREENER_REFUSALS)[number]

/** How far a page of a viewing was heard, as `watching/told` of the screening says it. */
export interface PageToldRow {
  page: string
  report: number
  told: number
  at: string
}

export interface ViewingRow {
  id: string
  kind: ViewingKind
  screenerId: string
  reelId: string
  titleId: string
  title: string
  contactId: string | null
  name: string
  email: string | null
  company: string | null
  device: Device
  deviceHash: string
  placeHash: string | null
  country: string | null
  /** All countries that it was watched from, in the order in which it was. */
  countries: string[]
  /** All countries from which it was refused. */
  refusedIn: string[]
  lengthMs: number
  startedAt: string
  heardAt: string
  leftAt: string | null
  /** Until when its time is taken up by what was reported; null: nothing was. */
  toldTo: string | null
  /** How far each of its pages was heard. */
  toldBy: PageToldRow[]
  positionMs: number
  language: string | null
  subtitles: string | null
  seenMs: number
  ranMs: number
}

interface Raw {
  id: string
  kind: ViewingKind
  screener_id: string
  reel_id: string
  title_id: string
  title: string
  contact_id: string | null
  name: string
  email: string | null
  company: string | null
  device: Device
  device_hash: string
  place_hash: string | null
  country: string | null
  been_in: string[]
  refused_in: string[]
  length_ms: number
  started_at: unknown
  heard_at: unknown
  left_at: unknown
  told_to: unknown
  told_by: PageToldRow[]
  position_ms: number
  language: string | null
  subtitles: string | null
  seen_ms: number
  ran_ms: unknown
}

const toViewing = (raw: Raw): ViewingRow => ({
  id: raw.id,
  kind: raw.kind,
  screenerId: raw.screener_id,
  reelId: raw.reel_id,
  titleId: raw.title_id,
  title: raw.title,
  contactId: raw.contact_id,
  name: raw.name,
  email: raw.email,
  company: raw.company,
  device: raw.device,
  deviceHash: raw.device_hash,
  placeHash: raw.place_hash,
  country: raw.country,
  countries: raw.been_in,
  refusedIn: raw.refused_in,
  lengthMs: raw.length_ms,
  startedAt: instant(raw.started_at),
  heardAt: instant(raw.heard_at),
  leftAt: instantOrNull(raw.left_at),
  toldTo: instantOrNull(raw.told_to),
  toldBy: raw.told_by,
  positionMs: raw.position_ms,
  language: raw.language,
  subtitles: raw.subtitles,
  seenMs: raw.seen_ms,
  ranMs: Number(raw.ran_ms),
})

const columns = sql.raw(`
  select v.id, v.kind, v.screener_id, v.reel_id, r.title_id, t.sheet->>'title' as title, v.contact_id, v.name, v.email, c.name as company, v.device, v.device_hash,
    v.place_hash, v.country, v.been_in, v.refused_in, v.length_ms, v.started_at, v.heard_at, v.left_at, v.told_to, v.told_by, v.position_ms, v.language, v.subtitles, v.seen_ms, v.ran_ms
  from viewing v join screener s on s.house_id = v.house_id and s.id = v.screener_id join reel r on r.house_id = v.house_id and r.id = v.reel_id
  join title t on t.house_id = r.house_id and t.id = r.title_id left join company c on c.house_id = s.house_id and c.id = s.company_id`)

export type ViewingToPut = Pick<
  ViewingRow,
  'id' | 'screenerId' | 'reelId' | 'contactId' | 'name' | 'email' | 'device' | 'deviceHash' | 'placeHash' | 'country' | 'lengthMs' | 'positionMs' // prettier-ignore
> & { kind?: ViewingKind; userId: string | null; sealedKey: string; at: string }

/** Begins a viewing. The database refuses it with `screener_rules` where the screener lets nobody in. A copy is over when it begins: no page of it is open. */
export async function putViewing(trx: Asker, houseId: string, one: ViewingToPut): Promise<void> {
  await sql`
    insert into viewing (house_id, id, kind, screener_id, reel_id, contact_id, user_id, name, email, device, device_hash, place_hash, country, sealed_key, length_ms,
      started_at, opened_at, heard_at, left_at, position_ms)
    values (${houseId}, ${one.id}, ${one.kind ?? 'stream'}, ${one.screenerId}, ${one.reelId}, ${one.contactId}, ${one.userId}, ${one.name}, ${one.email}, ${one.device},
      ${one.deviceHash}, ${one.placeHash}, ${one.country}, ${one.sealedKey}, ${one.lengthMs}, ${one.at}::timestamptz, ${one.at}::timestamptz, ${one.at}::timestamptz,
      ${one.kind === 'copy' ? one.at : null}::timestamptz, ${one.positionMs})`.execute(trx)
}

/** Why the screener would not let this device in now; null: it would. Locks the screener. `begins`: as another viewing. */
export async function screenerRefuses(
  trx: Asker,
  houseId: string,
  { screenerId, deviceHash, begins, at }: { screenerId: string; deviceHash: string; begins: boolean; at: string },
): Promise<ScreenerRefusal | null> {
  const { rows } = await sql<{ why: ScreenerRefusal | null }>`
    select screener_refuses(${houseId}, ${screenerId}, ${deviceHash}, ${begins}, ${at}::timestamptz) as why`.execute(trx)
  return rows[0]?.why ?? null
}

/** The viewing goes on: its page was opened again, from here. What ran is told from `toldFrom` on: nobody watched while it was closed. */
export async function resumeViewingRow(
  trx: Asker,
  houseId: string,
  id: string,
  { at, toldFrom, placeHash, country }: { at: string; toldFrom: string; placeHash: string | null; country: string | null },
): Promise<void> {
  await sql`
    update viewing set opened_at = ${at}::timestamptz, heard_at = ${at}::timestamptz, left_at = null, place_hash = ${placeHash}, country = ${country},
      told_to = greatest(told_to, ${toldFrom}::timestamptz)
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** It was refused from a country. */
export async function noteRefusedIn(trx: Asker, houseId: string, id: string, country: string): Promise<void> {
  await sql`
    update viewing set refused_in = refused_in || to_jsonb(${country}::text)
    where house_id = ${houseId} and id = ${id} and not refused_in @> to_jsonb(${country}::text)`.execute(trx)
}

/** Its viewer is in another country than before. */
export async function moveViewingRow(trx: Asker, houseId: string, id: string, country: string): Promise<void> {
  await sql`update viewing set country = ${country} where house_id = ${houseId} and id = ${id}`.execute(trx)
}

export interface ViewingsAsked {
  /** Both kinds where it is not said. */
  kind?: ViewingKind | undefined
  ids?: readonly string[] | undefined
  screenerIds?: readonly string[] | undefined
  titleId?: string | undefined
  companyId?: string | undefined
  contactId?: string | undefined
  reelId?: string | undefined
  deviceHash?: string | undefined
  email?: string | undefined
  /** Only those that began before this one. */
  before?: Pick<ViewingRow, 'startedAt' | 'id'> | null | undefined
}

/** The newest first, by when they began or were heard of. */
export async function listViewingRows(db: Asker, houseId: string, asked: ViewingsAsked, limit: number, newest: 'started' | 'heard' = 'started'): Promise<ViewingRow[]> {
  if (asked.ids?.length === 0 || asked.screenerIds?.length === 0) return []
  const conditions: RawBuilder<unknown>[] = [sql`v.house_id = ${houseId}`]
  if (asked.kind !== undefined) conditions.push(sql`v.kind = ${asked.kind}`)
  if (asked.ids !== undefined) conditions.push(sql`v.id in (${sql.join(asked.ids)})`)
  if (asked.screenerIds !== undefined) conditions.push(sql`v.screener_id in (${sql.join(asked.screenerIds)})`)
  if (asked.titleId !== undefined) conditions.push(sql`r.title_id = ${asked.titleId}`)
  if (asked.companyId !== undefined) conditions.push(sql`s.company_id = ${asked.companyId}`)
  if (asked.contactId !== undefined) conditions.push(sql`v.contact_id = ${asked.contactId}`)
  if (asked.reelId !== undefined) conditions.push(sql`v.reel_id = ${asked.reelId}`)
  if (asked.deviceHash !== undefined) conditions.push(sql`v.device_hash = ${asked.deviceHash}`)
  if (asked.email !== undefined) conditions.push(sql`lower(v.email) = lower(${asked.email})`)
  if (asked.before) conditions.push(sql`(v.started_at, v.id) < (${asked.before.startedAt}::timestamptz, ${asked.before.id})`)
  const { rows } = await sql<Raw>`
    ${columns} where ${sql.join(conditions, sql` and `)} order by ${sql.ref(`v.${newest}_at`)} desc, v.id desc limit ${limit}`.execute(db)
  return rows.map(toViewing)
} // prettier-ignore

/** The newest viewing that somebody began to watch of a film of a screener on a device: known by their address; where they gave none, by their name. */
export async function findOwnViewing(
  db: Asker,
  houseId: string,
  by: { screenerId: string; reelId: string; deviceHash: string; email: string | null; name: string },
): Promise<ViewingRow | null> {
  const { rows } = await sql<Raw>`
    ${columns} where v.house_id = ${houseId} and v.kind = 'stream' and v.screener_id = ${by.screenerId} and v.reel_id = ${by.reelId} and v.device_hash = ${by.deviceHash}
      and ${by.email === null ? sql`v.email is null and lower(v.name) = lower(${by.name})` : sql`lower(v.email) = lower(${by.email})`}
    order by v.started_at desc, v.id desc limit 1`.execute(db)
  return rows[0] === undefined ? null : toViewing(rows[0])
}

/**
 * With which language and subtitles the viewer of a viewing watched last: in this viewing, else its film on another device of theirs by
 * the same link, else another film of that link. Null: they have not been heard of with either.
 */
export async function tracksHeardLast(
  db: Asker,
  houseId: string,
  viewingId: string,
): Promise<{ language: string; subtitles: string | null } | null> {
  const { rows } = await sql<{ language: string; subtitles: string | null }>`
    select o.language, o.subtitles from viewing v join screener s on s.house_id = v.house_id and s.id = v.screener_id
    join viewing o on o.house_id = v.house_id and o.screener_id = v.screener_id and o.kind = v.kind and o.language is not null
      and (o.id = v.id or s.audience = 'person' or lower(o.email) = lower(v.email))
    where v.house_id = ${houseId} and v.id = ${viewingId} order by o.id = v.id desc, o.reel_id = v.reel_id desc, o.heard_at desc, o.id desc limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

/** How often each screener was watched, and when last. */
export async function countViewings(
  db: Asker,
  houseId: string,
  screenerIds: readonly string[],
): Promise<Map<string, { viewings: number; lastHeardAt: string }>> {
  if (screenerIds.length === 0) return new Map()
  const { rows } = await sql<{ screener_id: string; viewings: unknown; last: unknown }>`
    select screener_id, count(*) as viewings, max(heard_at) as last from viewing
    where house_id = ${houseId} and screener_id in (${sql.join(screenerIds)}) group by screener_id`.execute(db)
  return new Map(rows.map((row) => [row.screener_id, { viewings: Number(row.viewings), lastHeardAt: instant(row.last) }]))
}

/** What serving a viewing takes. */
export interface ViewingToServe {
  id: string
  screenerId: string
  reelId: string
  reelState: string
  titleStatus: string
  /** Its reel.json. */
  reel: unknown
  reelKey: string
  viewingKey: string
  marked: boolean
  language: string | null
  subtitles: string | null
  locale: 'en' | 'fr'
}

export async function findViewingToServe(
  db: Asker,
  houseId: string,
  id: string,
  kind: ViewingKind = 'stream',
): Promise<ViewingToServe | null> {
  const { rows } = await sql<{ id: string; screener_id: string; reel_id: string; reel_state: string; title_status: string; reel: unknown; reel_key: string; viewing_key: string; marked: boolean; language: string | null; subtitles: string | null; locale: 'en' | 'fr' }>`
    select v.id, v.screener_id, v.reel_id, r.state as reel_state, t.status as title_status, r.reel, r.sealed_key as reel_key, v.sealed_key as viewing_key, r.marked,
      v.language, v.subtitles, s.locale
    from viewing v join screener s on s.house_id = v.house_id and s.id = v.screener_id join reel r on r.house_id = v.house_id and r.id = v.reel_id
    join title t on t.house_id = r.house_id and t.id = r.title_id
    where v.house_id = ${houseId} and v.id = ${id} and v.kind = ${kind}`.execute(db) // prettier-ignore
  const row = rows[0]
  if (row === undefined || row.reel === null) return null
  return {
    id: row.id,
    screenerId: row.screener_id,
    reelId: row.reel_id,
    reelState: row.reel_state,
    titleStatus: row.title_status,
    reel: row.reel,
    reelKey: row.reel_key,
    viewingKey: row.viewing_key,
    marked: row.marked,
    language: row.language,
    subtitles: row.subtitles,
    locale: row.locale,
  }
}

/** Why a viewing that has begun is sent nothing more. */
export const VIEWING_OVERS = ['revoked', 'expired', 'withdrawn', 'left', 'devices'] as const
export type ViewingOver = (typeof VIEWING_OVERS)[number]

/**
 * Of these viewings, those that may not go on, why, and since when, where that is a moment of the screener’s. `left`: their page was closed,
 * and not opened again since. `devices`: they were not heard of for so long that their place was free (screener_refuses, 000025), and others
 * took it.
 */
export async function viewingsOver(
  db: Asker,
  houseId: string,
  ids: readonly string[],
  at: string,
): Promise<{ id: string; why: ViewingOver; since: string | null }[]> {
  if (ids.length === 0) return []
  const silent = sql`${at}::timestamptz - interval '60 seconds'`
  const { rows } = await sql<{ id: string; why: ViewingOver; since: unknown }>`
    select id, why, since from (
      select v.id, least(s.revoked_at, case when s.expires_at <= ${at}::timestamptz then s.expires_at end) as since, case when s.revoked_at is not null then 'revoked' when s.expires_at <= ${at}::timestamptz then 'expired'
        when r.state <> 'ready' or t.status = 'withdrawn' then 'withdrawn' when v.left_at is not null then 'left'
        when v.heard_at <= ${silent} and (select count(distinct o.device_hash) from viewing o where o.house_id = v.house_id and o.screener_id = v.screener_id
          and o.device_hash <> v.device_hash and o.left_at is null and o.heard_at > ${silent}) >= s.devices_at_once then 'devices' end as why
      from viewing v join screener s on s.house_id = v.house_id and s.id = v.screener_id join reel r on r.house_id = v.house_id and r.id = v.reel_id
      join title t on t.house_id = r.house_id and t.id = r.title_id
      where v.house_id = ${houseId} and v.id = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))) as one
    where why is not null`.execute(db)
  // A link that had run out already when it was revoked ended when it ran out.
  return rows.map(({ id, why, since }) => ({ id, why, since: instantOrNull(since) }))
}

// ------------------------------------------------------------------------------------------------ what was watched

/** A stretch of the film in milliseconds, and the speed at which it ran. */
export interface WatchedRow {
  viewingId: string
  seq: number
  from: number
  to: number
  speed: number
  language: string | null
  subtitles: string | null
  at: string
}

/** Every stretch of these viewings, in the order in which they were reported. */
export async function watchedOfViewings(db: Asker, houseId: string, ids: readonly string[]): Promise<WatchedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    viewing_id: string
    seq: number
    from_ms: number
    to_ms: number
    speed: number
    language: string | null
    subtitles: string | null
    at: unknown
  }>`
    select viewing_id, seq, from_ms, to_ms, speed, language, subtitles, at from watched
    where house_id = ${houseId} and viewing_id in (${sql.join(ids)}) order by viewing_id, seq`.execute(db)
  return rows.map((row) => ({ viewingId: row.viewing_id, seq: row.seq, from: row.from_ms, to: row.to_ms, speed: row.speed / 100, language: row.language, subtitles: row.subtitles, at: instant(row.at) })) // prettier-ignore
}

/**
 * Holds these viewings until the transaction is over: what is added to them is added by one server after another, from the first report on.
 * Their screeners are held first, as by whoever begins: a device that is heard again and one that takes its place meet one after the other.
 */
export async function lockViewings(trx: Asker, houseId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    select from screener where house_id = ${houseId} and id in (select screener_id from viewing where house_id = ${houseId} and id in (${sql.join(ids)}))
    order by id for no key update`.execute(trx)
  await sql`select from viewing where house_id = ${houseId} and id in (${sql.join(ids)}) order by id for no key update`.execute(
    trx,
  )
}

/** Which segments each of them was sent, by viewing; none where it is missing. */
export async function servedOfViewings(
  db: Asker,
  houseId: string,
  ids: readonly string[],
): Promise<Map<string, { segments: string; bytes: number }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ viewing_id: string; segments: string; bytes: unknown }>`
    select viewing_id, segments, bytes from served where house_id = ${houseId} and viewing_id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map(({ viewing_id, segments, bytes }) => [viewing_id, { segments, bytes: Number(bytes) }]))
}

export interface ViewingHeard {
  id: string
  heardAt: string
  leftAt: string | null
  /** The page that says so, by the moment at which it was opened; null: nobody knows. */
  openedAt: string | null
  /** Where its viewer was, as far as it is recorded that they were there; null: as before. */
  country: string | null
  toldTo: string | null
  toldBy: readonly PageToldRow[]
  positionMs: number
  language: string | null
  subtitles: string | null
  seenMs: number
  ranMs: number
  /** All segments that were sent, as `writeSegments` writes them, and how many bytes since. */
  segments: string
  bytes: number
}

/** Writes what was heard of many viewings at once: their stretches, and where each of them stands. One that was opened again since it was left, or since the page was opened that says goodbye, goes on. */
export async function recordViewings(
  trx: Asker,
  houseId: string,
  heard: readonly ViewingHeard[],
  stretches: readonly WatchedRow[],
): Promise<void> {
  if (heard.length === 0) return
  await sql`
    insert into watched (house_id, viewing_id, seq, from_ms, to_ms, speed, language, subtitles, at)
    select ${houseId}, x."viewingId", x.seq, x."from", x."to", round(x.speed * 100)::integer, x.language, x.subtitles, x.at
    from json_to_recordset(${JSON.stringify(stretches)}::text::json) as x("viewingId" text, seq int, "from" int, "to" int, speed numeric, language text, subtitles text, at timestamptz)
    on conflict (house_id, viewing_id, seq) do update set to_ms = excluded.to_ms`.execute(trx)
  await sql`
    update viewing v set heard_at = greatest(v.heard_at, x."heardAt"), left_at = case when x."leftAt" >= v.heard_at and (x."openedAt" >= v.opened_at) is not false then x."leftAt" else v.left_at end, position_ms = x."positionMs", language = x.language, subtitles = x.subtitles,
      country = case when x."heardAt" >= v.heard_at and v.been_in @> to_jsonb(x.country) then x.country else v.country end, seen_ms = x."seenMs", ran_ms = x."ranMs", told_to = x."toldTo", told_by = x."toldBy"
    from json_to_recordset(${JSON.stringify(heard)}::text::json)
      as x(id text, "heardAt" timestamptz, "leftAt" timestamptz, "openedAt" timestamptz, country text, "positionMs" int, language text, subtitles text, "seenMs" int, "ranMs" bigint, "toldTo" timestamptz, "toldBy" jsonb)
    where v.house_id = ${houseId} and v.id = x.id`.execute(trx)
  await sql`
    insert into served (house_id, viewing_id, segments, bytes, at)
    select ${houseId}, x.id, x.segments, x.bytes, x."heardAt" from json_to_recordset(${JSON.stringify(heard)}::text::json) as x(id text, segments text, bytes bigint, "heardAt" timestamptz)
    on conflict (house_id, viewing_id) do update set segments = excluded.segments, bytes = served.bytes + excluded.bytes, at = excluded.at`.execute(
    trx,
  )
}

/** Viewings of one screener that were heard of since: whether one person can be in all of these places. */
export async function heardSince(
  db: Asker,
  houseId: string,
  screenerId: string,
  since: string,
): Promise<{ deviceHash: string; placeHash: string | null; country: string | null }[]> {
  const { rows } = await sql<{ device_hash: string; place_hash: string | null; country: string | null }>`
    select distinct device_hash, place_hash, country from viewing
    where house_id = ${houseId} and screener_id = ${screenerId} and kind = 'stream' and heard_at >= ${since}::timestamptz`.execute(
    db,
  )
  return rows.map((row) => ({ deviceHash: row.device_hash, placeHash: row.place_hash, country: row.country }))
}
