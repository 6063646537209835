/** Exports that repeat by themselves, and what came of each. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface ScheduleRow {
  id: string
  name: string
  what: unknown
  rhythm: unknown
  nextAt: string | null
  createdAt: string
  createdBy: string
  /** It was ended, and can be had again for a while. */
  endedAt: string | null
}
export interface RunRow {
  id: string
  scheduleId: string
  format: string
  at: string
  fileName: string | null
  mediaType: string | null
  contentHash: string | null
  bytes: number | null
  items: number | null
  losses: number | null
  failure: string | null
  about: unknown
}

const scheduleColumns = sql.raw(
  `id, name, what, rhythm, next_at as "nextAt", created_at as "createdAt", created_by as "createdBy", ended_at as "endedAt"`,
)
const runColumns = sql.raw(
  `id, schedule_id as "scheduleId", format, at, file_name as "fileName", media_type as "mediaType", content_hash as "contentHash", bytes, items, losses, failure, about`,
)
type Raw<T, K extends keyof T> = Omit<T, K> & Record<K, unknown>
type RawSchedule = Raw<ScheduleRow, 'nextAt' | 'createdAt' | 'endedAt'>
const toSchedule = (row: RawSchedule): ScheduleRow => ({
  ...row,
  nextAt: instantOrNull(row.nextAt),
  createdAt: instant(row.createdAt),
  endedAt: instantOrNull(row.endedAt),
})
const toRun = (row: Raw<RunRow, 'at'>): RunRow => ({ ...row, at: instant(row.at) })

/** Those that go on; with `ended` those that were ended, the last one first. */
export async function listSchedules(db: Asker, houseId: string, ended = false): Promise<ScheduleRow[]> {
  const { rows } = await sql<RawSchedule>`
    select ${scheduleColumns} from export_schedule where house_id = ${houseId}
      ${ended ? sql`and ended_at is not null order by ended_at desc, id` : sql`and ended_at is null order by name, id`}`.execute(
    db,
  )
  return rows.map(toSchedule)
}

export async function findSchedule(db: Asker, houseId: string, id: string): Promise<ScheduleRow | null> {
  const { rows } = await sql<RawSchedule>`
    select ${scheduleColumns} from export_schedule where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toSchedule(rows[0])
}

/** Makes one, or changes it. One whose rhythm stays keeps the time when it is due: what is due now is not put off by another name. */
export async function putSchedule(trx: Asker, houseId: string, row: ScheduleRow): Promise<ScheduleRow> {
  const { rows } = await sql<RawSchedule>`
    insert into export_schedule (house_id, id, name, what, rhythm, next_at, created_at, created_by)
    values (${houseId}, ${row.id}, ${row.name}, ${JSON.stringify(row.what)}::text::jsonb, ${JSON.stringify(row.rhythm)}::text::jsonb,
      ${row.nextAt}::timestamptz, ${row.createdAt}::timestamptz, ${row.createdBy})
    on conflict (house_id, id) do update set name = excluded.name, what = excluded.what, rhythm = excluded.rhythm,
      next_at = case when excluded.next_at is null or export_schedule.rhythm <> excluded.rhythm then excluded.next_at
        else coalesce(export_schedule.next_at, excluded.next_at) end
    returning ${scheduleColumns}`.execute(trx)
  return toSchedule(rows[0]!)
}

/** Ends it, or has it go on: then it is due next at `nextAt`. */
export async function setEnded(
  trx: Asker,
  houseId: string,
  id: string,
  { endedAt, nextAt }: { endedAt: string | null; nextAt: string | null },
): Promise<void> {
  await sql`
    update export_schedule set ended_at = ${endedAt}::timestamptz, next_at = ${nextAt}::timestamptz
    where house_id = ${houseId} and id = ${id}`.execute(trx)
}

/** Takes away those that were ended before a day, with their history. Answers which files that history named. */
export async function forgetEnded(trx: Asker, houseId: string, before: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from export_schedule where house_id = ${houseId} and ended_at < ${before}::timestamptz`.execute(trx)
  const files: string[] = []
  for (const { id } of rows) {
    files.push(...(await dropRuns(trx, houseId, id, 0)))
    await sql`delete from export_schedule where house_id = ${houseId} and id = ${id}`.execute(trx)
  }
  return files
}

/** Whether any was ended before a day. */
export async function hasEnded(db: Asker, houseId: string, before: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from export_schedule where house_id = ${houseId} and ended_at < ${before}::timestamptz limit 1`.execute(db)
  return rows.length > 0
}

/** Forgets all runs but the newest. Answers which files they named. */
async function dropRuns(trx: Asker, houseId: string, scheduleId: string, keep: number): Promise<string[]> {
  const { rows } = await sql<{ file: string | null }>`
    delete from export_run where house_id = ${houseId} and schedule_id = ${scheduleId} and id not in (
      select id from export_run where house_id = ${houseId} and schedule_id = ${scheduleId} order by id desc limit ${keep})
    returning content_hash as file`.execute(trx)
  return rows.flatMap(({ file }) => file ?? [])
}

/** The one that has been due the longest becomes this server's until `until`: one that dies meanwhile frees it. */
export async function claimSchedule(db: Asker, houseId: string, now: string, until: string): Promise<ScheduleRow | null> {
  const { rows } = await sql<RawSchedule>`
    update export_schedule set next_at = ${until}::timestamptz where house_id = ${houseId} and id = (
      select id from export_schedule where house_id = ${houseId} and ended_at is null and next_at <= ${now}::timestamptz order by next_at, id limit 1 for update skip locked)
    returning ${scheduleColumns}`.execute(db)
  return rows[0] === undefined ? null : toSchedule(rows[0])
}

/** When it is due next, unless somebody has changed that since it was claimed. */
export async function setNext(
  trx: Asker,
  houseId: string,
  id: string,
  { claimed, nextAt }: { claimed: string; nextAt: string },
): Promise<void> {
  await sql`
    update export_schedule set next_at = ${nextAt}::timestamptz
    where house_id = ${houseId} and id = ${id} and next_at = ${claimed}::timestamptz`.execute(trx)
}

/** Remembers it as the newest of so many. Answers which files those named that are forgotten for it. */
export async function putRun(trx: Asker, houseId: string, run: RunRow, keep: number): Promise<string[]> {
  await sql`
    insert into export_run (house_id, id, schedule_id, format, at, file_name, media_type, content_hash, bytes, items, losses, failure, about)
    values (${houseId}, ${run.id}, ${run.scheduleId}, ${run.format}, ${run.at}::timestamptz, ${run.fileName}, ${run.mediaType}, ${run.contentHash},
      ${run.bytes}, ${run.items}, ${run.losses}, ${run.failure}, ${run.about === null ? null : JSON.stringify(run.about)}::text::jsonb)`.execute(
    trx,
  )
  return dropRuns(trx, houseId, run.scheduleId, keep)
}

export async function findRun(db: Asker, houseId: string, id: string): Promise<RunRow | null> {
  const { rows } = await sql<
    Raw<RunRow, 'at'>
  >`select ${runColumns} from export_run where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toRun(rows[0])
}

/** The newest of each schedule, but for those in formats that the asker may not see. */
export async function lastRuns(db: Asker, houseId: string, hidden: readonly string[]): Promise<RunRow[]> {
  const { rows } = await sql<Raw<RunRow, 'at'>>`
    select distinct on (schedule_id) ${runColumns} from export_run where house_id = ${houseId} and format <> all(${hidden}::text[]) order by schedule_id, id desc`.execute(
    db,
  )
  return rows.map(toRun)
}

/** Newest first, before an id, but for those in formats that the asker may not see. */
export async function listRuns(
  db: Asker,
  houseId: string,
  scheduleId: string,
  { hidden, before, limit }: { hidden: readonly string[]; before: string | null; limit: number },
): Promise<RunRow[]> {
  const { rows } = await sql<Raw<RunRow, 'at'>>`
    select ${runColumns} from export_run where house_id = ${houseId} and schedule_id = ${scheduleId} and format <> all(${hidden}::text[])
      ${before === null ? sql`` : sql`and id < ${before}`} order by id desc limit ${limit}`.execute(db)
  return rows.map(toRun)
}
