import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface AuditRow {
  seq: number
  at: string
  actor: string
  actorId: string | null
  verb: string
  subject: string
  subjectId: string | null
  detail: Record<string, unknown>
  previous: string
  hash: string
}

/** Adds lines to the trail and moves the house's head to the last of them, with its change sequence. The house must be locked. */
export async function appendAudit(trx: Asker, houseId: string, lines: readonly AuditRow[], changeSeq: number): Promise<void> {
  const last = lines.at(-1)
  if (!last) return
  await sql`
    with line as (
      insert into audit_line (house_id, seq, at, actor, actor_id, verb, subject, subject_id, detail, previous, hash)
      select ${houseId}, r.seq, r.at, r.actor, r."actorId", r.verb, r.subject, r."subjectId", r.detail, r.previous, r.hash
      from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as r(
        seq bigint, at timestamptz, actor text, "actorId" text, verb text, subject text, "subjectId" text, detail jsonb, previous text, hash text)
    )
    update house set audit_seq = ${last.seq}, audit_hash = ${last.hash}, change_seq = ${changeSeq} where house_id = ${houseId}`.execute(
    trx,
  )
}
