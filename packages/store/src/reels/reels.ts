/** Reels, each the job of making it too: a worker takes a row for a while, keeps it while it works, and gives it up with what became of it. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'
import { setOver, type Undone } from './work-over.ts'

export interface ReelRow {
  id: string
  titleId: string
  masterId: string
  cut: string | null
  episode: number | null
  languages: string[]
  marked: boolean
  sealedKey: string
  state: string
  stateSince: string
  stateBefore: string | null
  /** In thousandths of the whole packaging. */
  progress: number
  attempts: number
  failure: string | null
  /** Its reel.json, once it is ready. */
  reel: unknown
  bytes: number | null
  orderedAt: string
  orderedBy: string
  readyAt: string | null
}

const columns = sql.raw(
  `id, title_id as "titleId", master_id as "masterId", cut, episode, languages, marked, sealed_key as "sealedKey", state, state_since as "stateSince",
   state_before as "stateBefore", progress, attempts, failure, reel, bytes, ordered_at as "orderedAt", ordered_by as "orderedBy", ready_at as "readyAt"`,
)
type Raw = Omit<ReelRow, 'stateSince' | 'bytes' | 'orderedAt' | 'readyAt'> & {
  stateSince: unknown
  bytes: unknown
  orderedAt: unknown
  readyAt: unknown
}
const toReel = (row: Raw): ReelRow => ({
  ...row,
  stateSince: instant(row.stateSince),
  bytes: row.bytes === null ? null : Number(row.bytes),
  orderedAt: instant(row.orderedAt),
  readyAt: instantOrNull(row.readyAt),
})

export type NewReel = Pick<
  ReelRow,
  'id' | 'titleId' | 'masterId' | 'cut' | 'episode' | 'languages' | 'marked' | 'sealedKey' | 'orderedAt' | 'orderedBy'
>

/** A reel that waits to be made. */
export async function putReel(trx: Asker, houseId: string, reel: NewReel): Promise<void> {
  await sql`
    insert into reel (house_id, id, title_id, master_id, cut, episode, languages, marked, sealed_key, state, state_since, ordered_at, ordered_by, updated_at)
    values (${houseId}, ${reel.id}, ${reel.titleId}, ${reel.masterId}, ${reel.cut}, ${reel.episode}, ${JSON.stringify(reel.languages)}::text::jsonb, ${reel.marked},
      ${reel.sealedKey}, 'waiting', ${reel.orderedAt}::timestamptz, ${reel.orderedAt}::timestamptz, ${reel.orderedBy}, ${reel.orderedAt}::timestamptz)`.execute(
    trx,
  )
}

export async function findReel(db: Asker, houseId: string, id: string): Promise<ReelRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from reel where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toReel(rows[0])
}

/** The same, and nobody changes it until this transaction is over. */
export async function lockReel(trx: Asker, houseId: string, id: string): Promise<ReelRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from reel where house_id = ${houseId} and id = ${id} for update`.execute(trx)
  return rows[0] === undefined ? null : toReel(rows[0])
}

/** The reels of a film, the newest first; one that was removed is among them while it can be brought back. */
export async function reelsOfTitle(db: Asker, houseId: string, titleId: string, removedSince: string): Promise<ReelRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from reel where house_id = ${houseId} and title_id = ${titleId}
      and (state <> 'removed' or state_since > ${removedSince}::timestamptz)
    order by ordered_at desc, id desc`.execute(db)
  return rows.map(toReel)
}

/** Whether a master is needed still: a reel of it is being made or waits to be. */
export async function isPackaged(db: Asker, houseId: string, masterId: string): Promise<boolean> {
  const { rows } = await sql`
    select from reel where house_id = ${houseId} and master_id = ${masterId} and state in ('waiting', 'packaging') limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** Says which cut the reels of a master are. */
export async function setCutOfReels(
  trx: Asker,
  houseId: string,
  masterId: string,
  place: { cut: string | null; episode: number | null },
  at: string,
): Promise<void> {
  await sql`
    update reel set cut = ${place.cut}, episode = ${place.episode}, updated_at = ${at}::timestamptz
    where house_id = ${houseId} and master_id = ${masterId}`.execute(trx)
}

/** Takes a step that somebody of the house decided. What a worker had begun is over with it; a reel that is held from workers stays so. */
export async function stepReel(
  trx: Asker,
  houseId: string,
  id: string,
  step: { state: string; before: string | null; at: string },
): Promise<void> {
  await sql`
    update reel set state = ${step.state}, state_before = ${step.before}, state_since = ${step.at}::timestamptz, updated_at = ${step.at}::timestamptz,
      taken_by = null, taken_until = case when taken_by is null then taken_until end,
      failure = case when ${step.state} = 'waiting' then null else failure end,
      progress = case when ${step.state} = 'waiting' then 0 else progress end,
      attempts = case when ${step.state} = 'waiting' then 0 else attempts end
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

// ---------------------------------------------------------------- workers; how long they have what they took is told by the database's clock alone

/** Reels whose worker has not been heard of: they wait again. A reel that took `most` workers with it fails. Answers with their ids. */
export async function giveBackReels(
  db: Asker,
  houseId: string,
  now: string,
  most: number,
  failure: string,
): Promise<{ id: string; state: string }[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    update reel set state = case when attempts >= ${most} then 'failed' else 'waiting' end, state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz,
      failure = case when attempts >= ${most} then ${failure} end, taken_by = null, taken_until = null
    where house_id = ${houseId} and state = 'packaging' and taken_until <= clock_timestamp()
    returning id, state`.execute(db)
  return rows
}

/** Takes the reel that has waited longest, for `lease` seconds. Null when none waits. */
export async function takeReel(db: Asker, houseId: string, worker: string, now: string, lease: number): Promise<ReelRow | null> {
  const { rows } = await sql<Raw>`
    update reel set state = 'packaging', state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz, attempts = attempts + 1, progress = 0,
      taken_by = ${worker}, taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = (
      select id from reel where house_id = ${houseId} and state = 'waiting' and (taken_until is null or taken_until <= clock_timestamp()) order by ordered_at, id limit 1 for update skip locked)
    returning ${columns}`.execute(db)
  return rows[0] === undefined ? null : toReel(rows[0])
}

/** Notes how far a worker is and keeps the reel for it; false when it is no longer this worker's: it was cancelled, or given to another. */
export async function keepReel(
  db: Asker,
  houseId: string,
  id: string,
  worker: string,
  progress: number,
  now: string,
  lease: number,
): Promise<boolean> {
  const { rows } = await sql`
    update reel set progress = ${progress}, updated_at = ${now}::timestamptz, taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = ${id} and state = 'packaging' and taken_by = ${worker} returning id`.execute(db)
  return rows.length > 0
}

export type ReelOutcome = Undone | { state: 'ready'; reel: unknown; bytes: number }

/** What became of a reel; false when it was no longer this worker's, and then nothing is written. */
export async function settleReel(
  db: Asker,
  houseId: string,
  id: string,
  worker: string,
  now: string,
  outcome: ReelOutcome,
): Promise<boolean> {
  const reel = outcome.state === 'ready' ? JSON.stringify(outcome.reel) : null
  const bytes = outcome.state === 'ready' ? outcome.bytes : null
  const { rows } = await sql`
    update reel set ${setOver(outcome, 'ready', now)}, reel = ${reel}::text::jsonb, bytes = ${bytes},
      ready_at = case when ${outcome.state} = 'ready' then ${now}::timestamptz end
    where house_id = ${houseId} and id = ${id} and state = 'packaging' and taken_by = ${worker} returning id`.execute(db)
  return rows.length > 0
}

/** Writes what a ready reel is made of anew: subtitles came or went. */
export async function noteReel(trx: Asker, houseId: string, id: string, reel: unknown, at: string): Promise<void> {
  await sql`
    update reel set reel = ${JSON.stringify(reel)}::text::jsonb, updated_at = ${at}::timestamptz
    where house_id = ${houseId} and id = ${id} and state = 'ready'`.execute(trx)
}

/** Reels that were removed so long ago that they cannot be brought back, and still have files. */
export async function reelsToClear(db: Asker, houseId: string, removedBefore: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from reel where house_id = ${houseId} and state = 'removed' and bytes is not null and state_since <= ${removedBefore}::timestamptz
    order by state_since limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

export async function noteCleared(db: Asker, houseId: string, id: string): Promise<void> {
  await sql`update reel set bytes = null, reel = null where house_id = ${houseId} and id = ${id} and state = 'removed'`.execute(
    db,
  )
}

/** Of these reels, those that there are, and who makes them at this moment. */
export async function makersOfReels(db: Asker, houseId: string, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; takenBy: string | null }>`
    select id, taken_by as "takenBy" from reel where house_id = ${houseId}
      and id = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))`.execute(db)
  return new Map(rows.map(({ id, takenBy }) => [id, takenBy]))
}

/** Of these reels, those that came to nothing and have no files by right: a worker was lost while it took them in. */
export async function reelsOfNothing(db: Asker, houseId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from reel where house_id = ${houseId} and state in ('failed', 'cancelled') and bytes is null
      and id = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Holds a reel that came to nothing for `seconds`, in which no worker takes it, also when it is ordered again meanwhile. False when it is
 * held already or is to be made after all, and then nothing is held.
 */
export async function holdReel(db: Asker, houseId: string, id: string, seconds: number): Promise<boolean> {
  const { rows } = await sql`
    update reel set taken_until = clock_timestamp() + make_interval(secs => ${seconds})
    where house_id = ${houseId} and id = ${id} and state in ('failed', 'cancelled') and (taken_until is null or taken_until <= clock_timestamp())
    returning id`.execute(db)
  return rows.length > 0
}

/** Lets go of a reel that was held. */
export async function letGoOfReel(db: Asker, houseId: string, id: string): Promise<void> {
  await sql`update reel set taken_until = null where house_id = ${houseId} and id = ${id} and taken_by is null`.execute(db)
}
