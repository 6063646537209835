/** Traces of copies that turned up, each the job of tracing it too: taken by a worker for a while, as reels are. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'
import type { ReelRow } from './reels.ts'
import { setOver, type Undone } from './work-over.ts'

export interface TraceRow {
  id: string
  titleId: string
  fileName: string
  size: number
  checksum: string
  /** Where the copy was found, in the words of whoever handed it in. */
  foundWhere: string | null
  handedInAt: string
  handedInBy: string
  state: string
  stateSince: string
  /** In thousandths. */
  progress: number
  attempts: number
  failure: string | null
  /** How many viewings it names; null while it is not done. */
  named: number | null
  reportHash: string | null
  copyDeletedAt: string | null
}

const columns = sql.raw(
  `id, title_id as "titleId", file_name as "fileName", size, checksum, found_where as "foundWhere", handed_in_at as "handedInAt", handed_in_by as "handedInBy",
   state, state_since as "stateSince", progress, attempts, failure, named, report_hash as "reportHash", copy_deleted_at as "copyDeletedAt"`,
)
type Raw = Omit<TraceRow, 'size' | 'handedInAt' | 'stateSince' | 'copyDeletedAt'> & Record<'size' | 'handedInAt' | 'stateSince' | 'copyDeletedAt', unknown> // prettier-ignore
const toTrace = (row: Raw): TraceRow => ({
  ...row,
  size: Number(row.size),
  handedInAt: instant(row.handedInAt),
  stateSince: instant(row.stateSince),
  copyDeletedAt: instantOrNull(row.copyDeletedAt),
})

export type NewTrace = Pick<TraceRow, 'id' | 'titleId' | 'fileName' | 'size' | 'checksum' | 'foundWhere' | 'handedInAt' | 'handedInBy'> // prettier-ignore

/** A trace that waits for a worker. */
export async function putTrace(trx: Asker, houseId: string, one: NewTrace): Promise<void> {
  await sql`
    insert into trace (house_id, id, title_id, file_name, size, checksum, found_where, handed_in_at, handed_in_by, state, state_since, updated_at)
    values (${houseId}, ${one.id}, ${one.titleId}, ${one.fileName}, ${one.size}, ${one.checksum}, ${one.foundWhere}, ${one.handedInAt}::timestamptz, ${one.handedInBy},
      'waiting', ${one.handedInAt}::timestamptz, ${one.handedInAt}::timestamptz)`.execute(trx)
}

export async function findTrace(db: Asker, houseId: string, id: string): Promise<TraceRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from trace where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toTrace(rows[0])
}

/** The same, and nobody changes it until this transaction is over. */
export async function lockTrace(trx: Asker, houseId: string, id: string): Promise<TraceRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from trace where house_id = ${houseId} and id = ${id} for update`.execute(trx)
  return rows[0] === undefined ? null : toTrace(rows[0])
}

/** What a trace found; null while it is not done. */
export async function traceReport(db: Asker, houseId: string, id: string): Promise<unknown> {
  const { rows } = await sql<{ report: unknown }>`select report from trace where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0]?.report ?? null
}

/** The traces of a film, the newest first. */
export async function tracesOfTitle(db: Asker, houseId: string, titleId: string, limit: number): Promise<TraceRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from trace where house_id = ${houseId} and title_id = ${titleId} order by handed_in_at desc, id desc limit ${limit}`.execute(
    db,
  )
  return rows.map(toTrace)
}

/** The traces that name one of these viewings. */
export async function tracesNaming(db: Asker, houseId: string, viewingIds: readonly string[]): Promise<{ id: string; film: string; fileName: string; foundWhere: string | null; viewingId: string; at: string }[]> {
  if (viewingIds.length === 0) return []
  const { rows } = await sql<{ id: string; film: string; fileName: string; foundWhere: string | null; viewingId: string; at: unknown }>`
    select r.id, t.sheet->>'title' as film, r.file_name as "fileName", r.found_where as "foundWhere", n->>'id' as "viewingId", r.handed_in_at as at
    from trace r join title t on t.house_id = r.house_id and t.id = r.title_id,
      jsonb_array_elements(r.report->'reels') as one, jsonb_array_elements(one->'report'->'verdict'->'named') as n
    where r.house_id = ${houseId} and r.named > 0 and n->>'id' in (${sql.join(viewingIds)}) order by r.handed_in_at, r.id`.execute(db)
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
} // prettier-ignore

/** Somebody of the house breaks it off. */
export async function cancelTraceRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`
    update trace set state = 'cancelled', state_since = ${at}::timestamptz, updated_at = ${at}::timestamptz, taken_by = null, taken_until = null
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

export async function deleteTraceRow(trx: Asker, houseId: string, id: string): Promise<void> {
  await sql`delete from trace where house_id = ${houseId} and id = ${id}`.execute(trx)
}

// ---------------------------------------------------------------- what it is held against

/** Every marked reel of a film that was ever ready, removed ones too: somebody may have watched it. With how often it was watched. */
export async function reelsWatched(db: Asker, houseId: string, titleId: string): Promise<{ id: string; masterId: string; sealedKey: string; cut: string | null; episode: number | null; languages: string[]; viewings: number }[]> {
  const { rows } = await sql<{ id: string; masterId: string; sealedKey: string; cut: string | null; episode: number | null; languages: string[]; viewings: unknown }>`
    select r.id, r.master_id as "masterId", r.sealed_key as "sealedKey", r.cut, r.episode, r.languages, count(v.id) as viewings
    from reel r join viewing v on v.house_id = r.house_id and v.reel_id = r.id
    where r.house_id = ${houseId} and r.title_id = ${titleId} and r.marked group by r.house_id, r.id order by r.ordered_at, r.id`.execute(db)
  return rows.map((row) => ({ ...row, viewings: Number(row.viewings) }))
} // prettier-ignore

/** Reels of these masters whose files are there, marked or not: the picture of one stands for that of another of the same master. */
export async function reelsWithFiles(db: Asker, houseId: string, masterIds: readonly string[]): Promise<Pick<ReelRow, 'id' | 'masterId' | 'reel'>[]> {
  if (masterIds.length === 0) return []
  const { rows } = await sql<Pick<ReelRow, 'id' | 'masterId' | 'reel'>>`
    select id, master_id as "masterId", reel from reel
    where house_id = ${houseId} and master_id in (${sql.join(masterIds)}) and state in ('ready', 'removed') and reel is not null and bytes is not null
    order by state, ordered_at desc, id desc`.execute(db)
  return rows
} // prettier-ignore

/** The viewings of a reel, with the keys of their codes. */
export async function keysOfViewings(db: Asker, houseId: string, reelId: string): Promise<{ id: string; sealedKey: string }[]> {
  const { rows } = await sql<{ id: string; sealedKey: string }>`
    select id, sealed_key as "sealedKey" from viewing where house_id = ${houseId} and reel_id = ${reelId} order by id`.execute(db)
  return rows
}

// ---------------------------------------------------------------- workers; how long they have what they took is told by the database's clock alone

/** Traces whose worker has not been heard of: they wait again; one that took `most` workers with it fails. Answers with their ids. */
export async function giveBackTraces(db: Asker, houseId: string, now: string, most: number, failure: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update trace set state = case when attempts >= ${most} then 'failed' else 'waiting' end, state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz,
      failure = case when attempts >= ${most} then ${failure} end, taken_by = null, taken_until = null
    where house_id = ${houseId} and state = 'tracing' and taken_until <= clock_timestamp() returning id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Takes the trace that has waited longest, for `lease` seconds. Null when none waits. */
export async function takeTrace(
  db: Asker,
  houseId: string,
  worker: string,
  now: string,
  lease: number,
): Promise<TraceRow | null> {
  // prettier-ignore
  const { rows } = await sql<Raw>`
    update trace set state = 'tracing', state_since = ${now}::timestamptz, updated_at = ${now}::timestamptz, attempts = attempts + 1, progress = 0,
      taken_by = ${worker}, taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = (
      select id from trace where house_id = ${houseId} and state = 'waiting' order by handed_in_at, id limit 1 for update skip locked)
    returning ${columns}`.execute(db)
  return rows[0] === undefined ? null : toTrace(rows[0])
}

/** Notes how far a worker is and keeps the trace for it; false when it is no longer this worker's. */
export async function keepTrace(db: Asker, houseId: string, id: string, worker: string, progress: number, now: string, lease: number): Promise<boolean> {
  const { rows } = await sql`
    update trace set progress = ${progress}, updated_at = ${now}::timestamptz, taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = ${id} and state = 'tracing' and taken_by = ${worker} returning id`.execute(db)
  return rows.length > 0
} // prettier-ignore

export type TraceOutcome = Undone | { state: 'done'; report: unknown; reportHash: string; named: number }

/** What became of a trace, as its state then; null when it was no longer this worker's, and then nothing is written. */
export async function settleTrace(db: Asker, houseId: string, id: string, worker: string, now: string, outcome: TraceOutcome): Promise<string | null> {
  const done = outcome.state === 'done' ? outcome : null
  const { rows } = await sql<{ state: string }>`
    update trace set ${setOver(outcome, 'done', now)},
      report = ${done === null ? null : JSON.stringify(done.report)}::text::jsonb, report_hash = ${done?.reportHash ?? null}, named = ${done?.named ?? null}::integer
    where house_id = ${houseId} and id = ${id} and state = 'tracing' and taken_by = ${worker} returning state`.execute(db)
  return rows[0]?.state ?? null
} // prettier-ignore

/** Traces that are over and whose copies are there still. */
export async function copiesToDelete(db: Asker, houseId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from trace where house_id = ${houseId} and copy_deleted_at is null and state in ('done', 'failed', 'cancelled') order by state_since limit 100`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

export async function noteCopyDeleted(db: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`
    update trace set copy_deleted_at = ${at}::timestamptz, updated_at = ${at}::timestamptz
    where house_id = ${houseId} and id = ${id} and copy_deleted_at is null`.execute(db)
}

/** Of these ids, those of traces. */
export async function knownTraces(db: Asker, houseId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select id from trace where house_id = ${houseId} and id in (${sql.join(ids)})`.execute(db) // prettier-ignore
  return new Set(rows.map(({ id }) => id))
}
