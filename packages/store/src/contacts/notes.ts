/** What people of the house wrote down about companies, people and whatever else. */
import { type RawBuilder, sql } from 'kysely'
import { type Asker, instant, instantOrNull } from '../asker.ts'

export interface NoteRow {
  id: string
  subjectKind: string
  subjectId: string
  contactIds: string[]
  text: string
  revision: number
  byId: string | null
  byName: string
  at: string
  updatedAt: string
  removedAt: string | null
}

interface Raw {
  id: string
  subject_kind: string
  subject_id: string
  contact_ids: string[]
  text: string
  revision: number
  by_id: string | null
  by_name: string
  at: unknown
  updated_at: unknown
  removed_at: unknown
}

const columns = sql.raw('id, subject_kind, subject_id, contact_ids, text, revision, by_id, by_name, at, updated_at, removed_at')

const toNote = (raw: Raw): NoteRow => ({
  id: raw.id,
  subjectKind: raw.subject_kind,
  subjectId: raw.subject_id,
  contactIds: raw.contact_ids,
  text: raw.text,
  revision: raw.revision,
  byId: raw.by_id,
  byName: raw.by_name,
  at: instant(raw.at),
  updatedAt: instant(raw.updated_at),
  removedAt: instantOrNull(raw.removed_at),
})

export async function putNote(trx: Asker, houseId: string, note: NoteRow): Promise<void> {
  await sql`
    insert into note (house_id, id, subject_kind, subject_id, contact_ids, text, revision, by_id, by_name, at, updated_at, removed_at)
    values (${houseId}, ${note.id}, ${note.subjectKind}, ${note.subjectId}, ${JSON.stringify(note.contactIds)}::text::jsonb, ${note.text}, ${note.revision},
      ${note.byId}, ${note.byName}, ${note.at}::timestamptz, ${note.updatedAt}::timestamptz, ${note.removedAt}::timestamptz)
    on conflict (house_id, id) do update set text = excluded.text, contact_ids = excluded.contact_ids, revision = excluded.revision,
      updated_at = excluded.updated_at, removed_at = excluded.removed_at`.execute(trx)
}

export async function findNote(db: Asker, houseId: string, id: string): Promise<NoteRow | null> {
  const { rows } = await sql<Raw>`select ${columns} from note where house_id = ${houseId} and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : toNote(rows[0])
}

const listed = async (db: Asker, houseId: string, condition: RawBuilder<unknown>, limit: number): Promise<NoteRow[]> => {
  const { rows } = await sql<Raw>`
    select ${columns} from note where house_id = ${houseId} and removed_at is null and ${condition} order by at desc, id desc limit ${limit}`.execute(
    db,
  )
  return rows.map(toNote)
}

/** Notes about something, the newest first. */
export const notesAbout = (db: Asker, houseId: string, kind: string, id: string, limit: number): Promise<NoteRow[]> =>
  listed(db, houseId, sql`subject_kind = ${kind} and subject_id = ${id}`, limit)

/** Notes about a person, and others in which they are named. */
export const notesNaming = (db: Asker, houseId: string, contactId: string, limit: number): Promise<NoteRow[]> =>
  listed(db, houseId, sql`((subject_kind = 'contact' and subject_id = ${contactId}) or contact_ids @> ${JSON.stringify([contactId])}::text::jsonb)`, limit) // prettier-ignore
