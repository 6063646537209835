/** Masters: the files that producers hand in, and what was found in them. */
import { sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface MasterRow {
  id: string
  titleId: string
  cut: string | null
  episode: number | null
  fileName: string
  size: number
  checksum: string
  uploadedAt: string
  uploadedBy: string
  /** As packages/screening measured it; null while nobody has looked, or when it cannot be read. */
  report: unknown
  failure: string | null
  removedAt: string | null
}

const columns = sql.raw(
  `id, title_id as "titleId", cut, episode, file_name as "fileName", size, checksum, uploaded_at as "uploadedAt", uploaded_by as "uploadedBy",
   report, failure, removed_at as "removedAt"`,
)
type Raw = Omit<MasterRow, 'size' | 'uploadedAt' | 'removedAt'> & { size: unknown; uploadedAt: unknown; removedAt: unknown }
const toMaster = (row: Raw): MasterRow => ({
  ...row,
  size: Number(row.size),
  uploadedAt: instant(row.uploadedAt),
  removedAt: instantOrNull(row.removedAt),
})

export type NewMaster = Omit<MasterRow, 'report' | 'failure' | 'removedAt'>

/** Writes a master; false when there is one with this id. */
export async function putMaster(trx: Asker, houseId: string, master: NewMaster): Promise<boolean> {
  const { rows } = await sql`
    insert into master (house_id, id, title_id, cut, episode, file_name, size, checksum, uploaded_at, uploaded_by)
    values (${houseId}, ${master.id}, ${master.titleId}, ${master.cut}, ${master.episode}, ${master.fileName}, ${master.size}, ${master.checksum},
      ${master.uploadedAt}::timestamptz, ${master.uploadedBy}) on conflict do nothing returning id`.execute(trx)
  return rows.length > 0
}

export async function findMaster(db: Asker, houseId: string, id: string): Promise<MasterRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from master where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toMaster(rows[0])
}

/** The masters of a film, the newest first; those whose files are gone are left out. */
export async function mastersOfTitle(db: Asker, houseId: string, titleId: string): Promise<MasterRow[]> {
  const { rows } = await sql<Raw>`
    select ${columns} from master where house_id = ${houseId} and title_id = ${titleId} and removed_at is null
    order by uploaded_at desc, id desc`.execute(db)
  return rows.map(toMaster)
}

/** Says which cut a master is. */
export async function setMasterCut(
  trx: Asker,
  houseId: string,
  id: string,
  place: { cut: string | null; episode: number | null },
): Promise<void> {
  await sql`update master set cut = ${place.cut}, episode = ${place.episode} where house_id = ${houseId} and id = ${id}`.execute(
    trx,
  )
}

/** A master that could not be read is looked at as if nobody had. */
export async function lookAgainAtMaster(trx: Asker, houseId: string, id: string): Promise<void> {
  await sql`
    update master set failure = null, attempts = 0, taken_by = null, taken_until = null
    where house_id = ${houseId} and id = ${id} and failure is not null and removed_at is null`.execute(trx)
}

/** The file of a master goes; what was found in it stays. */
export async function removeMasterRow(trx: Asker, houseId: string, id: string, at: string): Promise<void> {
  await sql`
    update master set removed_at = ${at}::timestamptz, taken_by = null, taken_until = null
    where house_id = ${houseId} and id = ${id} and removed_at is null`.execute(trx)
}

/** Of these masters, those whose file is to be gone. */
export async function removedMasters(db: Asker, houseId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from master where house_id = ${houseId} and removed_at is not null
      and id = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))`.execute(db)
  return rows.map(({ id }) => id)
}

// ---------------------------------------------------------------- workers; how long they have what they took is told by the database's clock alone

/**
 * Takes a master that nobody has looked at yet, for `lease` seconds: a worker that dies with it loses nothing, and a master that took `most`
 * workers with it is left. Null when there is none.
 */
export async function takeMaster(
  db: Asker,
  houseId: string,
  worker: string,
  lease: number,
  most: number,
): Promise<MasterRow | null> {
  const { rows } = await sql<Raw>`
    update master set taken_by = ${worker}, taken_until = clock_timestamp() + make_interval(secs => ${lease}), attempts = attempts + 1
    where house_id = ${houseId} and id = (
      select id from master where house_id = ${houseId} and report is null and failure is null and removed_at is null
        and (taken_until is null or taken_until <= clock_timestamp()) and attempts < ${most}
      order by uploaded_at, id limit 1 for update skip locked)
    returning ${columns}`.execute(db)
  return rows[0] === undefined ? null : toMaster(rows[0])
}

/** Keeps a master that is being looked at; false when it is no longer this worker's. */
export async function keepMaster(db: Asker, houseId: string, id: string, worker: string, lease: number): Promise<boolean> {
  const { rows } = await sql`
    update master set taken_until = clock_timestamp() + make_interval(secs => ${lease})
    where house_id = ${houseId} and id = ${id} and taken_by = ${worker} and removed_at is null returning id`.execute(db)
  return rows.length > 0
}

/**
 * Writes what was found in a master, or why nothing can be; or gives it back (both null), which is not counted as an attempt. What says
 * `most` is put off: it waits again, and fails with the last attempt of so many.
 */
export async function noteMasterReport(
  db: Asker,
  houseId: string,
  id: string,
  worker: string,
  found: { report: unknown; failure: string | null; most?: number },
): Promise<boolean> {
  const report = found.report === null ? null : JSON.stringify(found.report)
  const { most = 0 } = found
  const givenBack = found.report === null && found.failure === null
  const { rows } = await sql`
    update master set report = ${report}::text::jsonb, failure = case when attempts >= ${most} then ${found.failure}::text end, taken_by = null, taken_until = null,
      attempts = attempts - ${givenBack ? 1 : 0}
    where house_id = ${houseId} and id = ${id} and taken_by = ${worker} returning id`.execute(db)
  return rows.length > 0
}

/** Masters that took `most` workers with them, none of which is heard of any more: they fail. Answers with their ids. */
export async function failMasters(db: Asker, houseId: string, most: number, failure: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update master set failure = ${failure}, taken_by = null, taken_until = null
    where house_id = ${houseId} and report is null and failure is null and removed_at is null and attempts >= ${most}
      and (taken_until is null or taken_until <= clock_timestamp())
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}
