import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface RevisionRow {
  revision: number
  status: TitleStatus
  at: string
  byId: string | null
  by: string
  verb: string
  note: string | null
  changedFields: string[]
}

interface Raw {
  revision: number
  status: TitleStatus
  at: unknown
  by_id: string | null
  by_name: string
  verb: string
  note: string | null
  changed_fields: string[]
}

const toRevision = (raw: Raw): RevisionRow => ({
  revision: raw.revision,
  status: raw.status,
  at: instant(raw.at),
  byId: raw.by_id,
  by: raw.by_name,
  verb: raw.verb,
  note: raw.note,
  changedFields: raw.changed_fields,
})

/** All states of a title, the newest first, without their sheets. */
export async function listRevisionRows(db: Asker, houseId: string, titleId: string): Promise<RevisionRow[]> {
  const { rows } = await sql<Raw>`
    select revision, status, at, by_id, by_name, verb, note, changed_fields from title_revision
    where house_id = ${houseId} and title_id = ${titleId} order by revision desc`.execute(db)
  return rows.map(toRevision)
}

/** One state of a title, with its sheet. */
export async function findRevision(
  db: Asker,
  houseId: string,
  titleId: string,
  revision: number,
): Promise<(RevisionRow & { sheet: TitleSheet }) | null> {
  const { rows } = await sql<Raw & { sheet: TitleSheet }>`
    select revision, status, at, by_id, by_name, verb, note, changed_fields, sheet from title_revision
    where house_id = ${houseId} and title_id = ${titleId} and revision = ${revision}`.execute(db)
  return rows[0] ? { ...toRevision(rows[0]), sheet: rows[0].sheet } : null
}

/** States of several titles with their sheets, in one statement, as `TITLE REVISION`. */
export async function findRevisions(
  db: Asker,
  houseId: string,
  wanted: readonly (readonly [titleId: string, revision: number])[],
): Promise<Map<string, RevisionRow & { sheet: TitleSheet }>> {
  if (wanted.length === 0) return new Map()
  const pairs = wanted.map(([titleId, revision]) => sql`(${titleId}::text, ${revision}::integer)`)
  const { rows } = await sql<Raw & { title_id: string; sheet: TitleSheet }>`
    select title_id, revision, status, at, by_id, by_name, verb, note, changed_fields, sheet from title_revision
    where house_id = ${houseId} and (title_id, revision) in (${sql.join(pairs)})`.execute(db)
  return new Map(rows.map((row) => [`${row.title_id} ${row.revision}`, { ...toRevision(row), sheet: row.sheet }]))
}
