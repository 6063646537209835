import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'
import type { AuditRow } from './append-audit.ts'

interface Raw {
  seq: unknown
  at: unknown
  actor: string
  actor_id: string | null
  verb: string
  subject: string
  subject_id: string | null
  detail: Record<string, unknown>
  previous: string
  hash: string
}

const toRow = (raw: Raw): AuditRow => ({
  seq: Number(raw.seq),
  at: instant(raw.at),
  actor: raw.actor,
  actorId: raw.actor_id,
  verb: raw.verb,
  subject: raw.subject,
  subjectId: raw.subject_id,
  detail: raw.detail,
  previous: raw.previous,
  hash: raw.hash,
})

/** The newest lines first, those before `before` where it is given. */
export async function readAuditLines(
  db: Asker,
  houseId: string,
  wanted: { before: number | null; subjectId: string | null; verb: string | null; limit: number },
): Promise<AuditRow[]> {
  const { rows } = await sql<Raw>`
    select seq, at, actor, actor_id, verb, subject, subject_id, detail, previous, hash from audit_line
    where house_id = ${houseId}
      ${wanted.before === null ? sql`` : sql`and seq < ${wanted.before}`}
      ${wanted.subjectId === null ? sql`` : sql`and subject_id = ${wanted.subjectId}`}
      ${wanted.verb === null ? sql`` : sql`and verb = ${wanted.verb}`}
    order by seq desc limit ${wanted.limit}`.execute(db)
  return rows.map(toRow)
}

/** The oldest lines first, those after `after`: for walking the chain. */
export async function walkAuditLines(db: Asker, houseId: string, after: number, limit: number): Promise<AuditRow[]> {
  const { rows } = await sql<Raw>`
    select seq, at, actor, actor_id, verb, subject, subject_id, detail, previous, hash from audit_line
    where house_id = ${houseId} and seq > ${after} order by seq limit ${limit}`.execute(db)
  return rows.map(toRow)
}
