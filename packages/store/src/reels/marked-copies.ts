/** Copies of films to keep, each the job of making it too: taken by a worker for a while, as reels are. Each is a viewing of its own. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'
import { setOver, type Undone } from './work-over.ts'

export interface MarkedCopyRow {
  /** Of its viewing. */
  id: string
  screenerId: string
  reelId: string
  titleId: string
  /** The film, by its address on the site. */
  slug: string
  deviceHash: string
  /** Whose copy it is, as the viewing says. */
  name: string
  email: string | null
  sound: string | null
  subtitles: string | null
  askedAt: string
  state: string
  stateSince: string
  /** In thousandths. */
  progress: number
  attempts: number
  failure: string | null
  bytes: number | null
  fetchedAt: string | null
}

type Instants = 'askedAt' | 'stateSince' | 'fetchedAt' | 'bytes'
type Raw = Omit<MarkedCopyRow, Instants> & Record<Instants, unknown>
const toCopy = (row: Raw): MarkedCopyRow => ({
  ...row,
  askedAt: instant(row.askedAt),
  stateSince: instant(row.stateSince),
  fetchedAt: instantOrNull(row.fetchedAt),
  bytes: row.bytes === null ? null : Number(row.bytes),
})

const columns = sql.raw(`
  select c.id, v.screener_id as "screenerId", v.reel_id as "reelId", r.title_id as "titleId", t.slug, v.device_hash as "deviceHash", v.name, v.email, c.sound,
    c.subtitles, c.asked_at as "askedAt", c.state, c.state_since as "stateSince", c.progress, c.attempts, c.failure, c.bytes, c.fetched_at as "fetchedAt"
  from marked_copy c join viewing v on v.house_id = c.house_id and v.id = c.id join reel r on r.house_id = v.house_id and r.id = v.reel_id
  join title t on t.house_id = r.house_id and t.id = r.title_id`)

/** A copy that waits for a worker; its viewing is there. */
export async function putMarkedCopy(
  trx: Asker,
  houseId: string,
  one: { id: string; sound: string | null; subtitles: string | null; at: string },
): Promise<void> {
  await sql`
    insert into marked_copy (house_id, id, sound, subtitles, asked_at, state, state_since, updated_at)
    values (${houseId}, ${one.id}, ${one.sound}, ${one.subtitles}, ${one.at}::timestamptz, 'waiting', ${one.at}::timestamptz, ${one.at}::timestamptz)`.execute(
    trx,
  )
}

export async function findMarkedCopy(db: Asker, houseId: string, id: string): Promise<MarkedCopyRow | null> {
  const { rows } = await sql<Raw>`${columns} where c.house_id = ${houseId} and c.id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toCopy(rows[0])
}

/** The copy that somebody asked for of a film of a screener on a device: known by their address; where they gave none, by their name. */
export async function findOwnCopy(
  db: Asker,
  houseId: string,
  by: { screenerId: string; reelId: string; deviceHash: string; email: string | null; name: string },
): Promise<MarkedCopyRow | null> {
  const { rows } = await sql<Raw>`
    ${columns} where v.house_id = ${houseId} and v.screener_id = ${by.screenerId} and v.reel_id = ${by.reelId} and v.device_hash = ${by.deviceHash}
      and ${by.email === null ? sql`v.email is null and lower(v.name) = lower(${by.name})` : sql`lower(v.email) = lower(${by.email})`}
    order by v.started_at desc, v.id desc limit 1`.execute(db)
  return rows[0] === undefined ? null : toCopy(rows[0])
}

/** What is told of copies beside their viewings, by these. */
export async function copiesOfViewings(db: Asker, houseId: string, ids: readonly string[]): Promise<Map<string, { state: string; askedAt: string; fetchedAt: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: string; asked_at: unknown; fetched_at: unknown }>`
    select id, state, asked_at, fetched_at from marked_copy where house_id = ${houseId} and id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map((row) => [row.id, { state: row.state, askedAt: instant(row.asked_at), fetchedAt: instantOrNull(row.fetched_at) }]))
} // prettier-ignore

/** It waits again, with the tracks that suit its viewer now; false when it is under way, or its file is there. */
export async function askAgain(trx: Asker, houseId: string, id: string, at: string, tracks: { sound: string | null; subtitles: string | null }): Promise<boolean> {
  const { rows } = await sql`
    update marked_copy set state = 'waiting', state_since = ${at}::timestamptz, updated_at = ${at}::timestamptz, asked_at = ${at}::timestamptz, failure = null, attempts = 0,
      progress = 0, sound = ${tracks.sound}, subtitles = ${tracks.subtitles}
    where house_id = ${houseId} and id = ${id} and state in ('failed', 'cancelled', 'gone') returning id`.execute(trx)
  return rows.length > 0
} // prettier-ignore

/** Whoever asked for it breaks it off; false when it is over. */
export async function cancelMarkedCopyRow(trx: Asker, houseId: string, id: string, at: string): Promise<boolean> {
  const { rows } = await sql`
    update marked_copy set state = 'cancelled', state_since = ${at}::timestamptz, updated_at = ${at}::timestamptz, taken_by = null, taken_until = null
    where house_id = ${houseId} and id = ${id} and state in ('waiting', 'making') returning id`.execute(trx)
  return rows.length > 0
}

/** Notes that its file was sent; true the first time. All of the film has then been sent to its viewing. */
export async function noteFetched(trx: Asker, houseId: string, id: string, at: string, segments: string): Promise<boolean> {
  const { rows } = await sql<{ bytes: unknown }>`
    update marked_copy set fetched_at = ${at}::timestamptz, updated_at = ${at}::timestamptz
    where house_id = ${houseId} and id = ${id} and state = 'ready' and fetched_at is null returning bytes`.execute(trx)
  if (rows[0] === undefined) return false
  await sql`
    insert into served (house_id, viewing_id, segments, bytes, at) values (${houseId}, ${id}, ${segments}, ${Number(rows[0].bytes)}, ${at}::timestamptz)
    on conflict (house_id, viewing_id) do nothing`.execute(trx)
  return true
}

// ---------------------------------------------------------------- whether it may be there

/** Why there is to be no copy: its screener does not stand, its film was taken back, or nobody knows any more whose it is. */
const over = (at: string) => sql`
  (s.revoked_at is not null or s.expires_at <= ${at}::timestamptz or r.state <> 'ready' or t.status = 'withdrawn' or (v.name = '' and v.email is null))`
const OF_ITS_SCREENER = sql.raw(`
  marked_copy c join viewing v on v.house_id = c.house_id and v.id = c.id join screener s on s.house_id = v.house_id and s.id = v.screener_id
  join reel r on r.house_id = v.house_id and r.id = v.reel_id join title t on t.house_id = r.house_id and t.id = r.title_id`)

/** Its bytes, where its file may be sent at this moment. */
export async function copyToSend(
  db: Asker,
  houseId: string,
  id: string,
  at: string,
): Promise<{ bytes: number; slug: string; screenerId: string; reelId: string; fetchedAt: string | null } | null> {
  const { rows } = await sql<{ bytes: unknown; slug: string; screenerId: string; reelId: string; fetchedAt: unknown }>`
    select c.bytes, t.slug, v.screener_id as "screenerId", v.reel_id as "reelId", c.fetched_at as "fetchedAt" from ${OF_ITS_SCREENER} where c.house_id = ${houseId} and c.id = ${id} and c.state = 'ready' and not ${over(at)}`.execute(db) // prettier-ignore
  return rows[0] === undefined ? null : { ...rows[0], bytes: Number(rows[0].bytes), fetchedAt: instantOrNull(rows[0].fetchedAt) }
}

/** Those under way whose screener does not stand any more are broken off. Answers how many. */
export async function cancelOverCopies(trx: Asker, houseId: string, at: string): Promise<number> {
  const { rows } = await sql`
    update marked_copy set state = 'cancelled', state_since = ${at}::timestamptz, updated_at = ${at}::timestamptz, taken_by = null, taken_until = null
    where house_id = ${houseId} and state in ('waiting', 'making')
      and id in (select c.id from ${OF_ITS_SCREENER} where c.house_id = ${houseId} and c.state in ('waiting', 'making') and ${over(at)}) returning id`.execute(trx)
  return rows.length
} // prettier-ignore

/** Copies whose files are to go: made before a day, or of a screener that does not stand. */
export async function copiesToRemove(db: Asker, houseId: string, at: string, madeBefore: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from ${OF_ITS_SCREENER} where c.house_id = ${houseId} and c.state = 'ready' and (c.state_since < ${madeBefore}::timestamptz or ${over(at)})
    order by c.state_since limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

export async function noteCopyGone(trx: Asker, houseId: string, id: string, at: string): Promise<boolean> {
  const { rows } = await sql`
    update marked_copy set state = 'gone', state_since = ${at}::timestamptz, updated_at = ${at}::timestamptz, bytes = null
    where house_id = ${houseId} and id = ${id} and state = 'ready' returning id`.execute(trx)
  return rows.length > 0
}

/** Of these ids, in which state each copy is and who has it; those of no copy are missing. */
export async function statesOfCopies(db: Asker, houseId: string, ids: readonly string[]): Promise<Map<string, { state: string; takenBy: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: string; takenBy: string | null }>`
    select id, state, taken_by as "takenBy" from marked_copy where house_id = ${houseId} and id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
} // prettier-ignore

// ---------------------------------------------------------------- workers; how long they have what they took is told by the database's clock alone

/** Copies whose worker has not been heard of: they wait again; one that took `most` workers with it fails. Answers with their ids. */
export async function giveBackCopies(db: Asker, houseId: string, now: string, most: number, failure: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update marked_copy set state = case when attempts >= ${most} then 'failed' else 'waiting' end, state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz,
      failure = case when attempts >= ${most} then ${failure} end, taken_by = null, taken_until = null
    where house_id = ${houseId} and state = 'making' and taken_until <= clock_timestamp() returning id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Takes the copy that has waited longest, for `lease` seconds. Null when none waits. */
export async function takeMarkedCopyRow(db: Asker, houseId: string, worker: string, now: string, lease: number): Promise<MarkedCopyRow | null> {
  const { rows } = await sql<{ id: string }>`
    update marked_copy set state = 'making', state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz, attempts = attempts + 1, progress = 0,
      taken_by = ${worker}, taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = (
      select id from marked_copy where house_id = ${houseId} and state = 'waiting' order by asked_at, id limit 1 for update skip locked)
    returning id`.execute(db)
  return rows[0] === undefined ? null : findMarkedCopy(db, houseId, rows[0].id)
} // prettier-ignore

/** Notes how far a worker is and keeps the copy for it; false when it is no longer this worker's. */
export async function keepMarkedCopyRow(db: Asker, houseId: string, id: string, worker: string, progress: number, now: string, lease: number): Promise<boolean> {
  const { rows } = await sql`
    update marked_copy set progress = ${progress}, updated_at = ${now}::timestamptz, taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = ${id} and state = 'making' and taken_by = ${worker} returning id`.execute(db)
  return rows.length > 0
} // prettier-ignore

export type CopyOutcome = Undone | { state: 'ready'; bytes: number }

/** What became of a copy; false when it was no longer this worker's, and then nothing is written. */
export async function settleMarkedCopyRow(db: Asker, houseId: string, id: string, worker: string, now: string, outcome: CopyOutcome): Promise<boolean> {
  const { rows } = await sql`
    update marked_copy set ${setOver(outcome, 'ready', now)}, bytes = ${outcome.state === 'ready' ? outcome.bytes : null}::bigint
    where house_id = ${houseId} and id = ${id} and state = 'making' and taken_by = ${worker} returning id`.execute(db)
  return rows.length > 0
} // prettier-ignore
