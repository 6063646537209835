/** Notes and tasks as they are told, and what they may be about. */
import type { Asker } from '@vitrine/store/asker'
import type { NoteRow } from '@vitrine/store/contacts/notes'
import type { TaskRow } from '@vitrine/store/contacts/tasks'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { NoteView, Subject, TaskView } from '../contract/contacts.ts'
import { Id } from '../input.ts'
import { holdCompany, holdContact } from './reach.ts'

export const SubjectInput = z.strictObject({ kind: z.string().regex(/^[a-z][a-z-]{0,30}$/), id: Id })
export const NoteText = z.string().trim().min(1).max(20_000)
export const TaskText = z.string().trim().min(1).max(500)

/** So many notes and tasks are shown with what they are about. */
export const MOST_SHOWN = 200

/** What a note or a task is about must be there, where this part of the house knows it. */
export async function holdSubject(house: HouseContext, db: Asker, { kind, id }: Subject): Promise<void> {
  if (kind === 'company') await holdCompany(house, db, id)
  if (kind === 'contact') await holdContact(house, db, id)
}

export const noteView = ({ id, subjectKind, subjectId, contactIds, text, revision, byName, at, updatedAt }: NoteRow): NoteView => ({
  id, subject: { kind: subjectKind, id: subjectId }, contactIds, text, revision, by: byName, at, updatedAt,
}) // prettier-ignore

export const taskView = (row: TaskRow): TaskView => ({
  id: row.id,
  subject: row.subjectKind === null || row.subjectId === null ? null : { kind: row.subjectKind, id: row.subjectId },
  about: row.about,
  text: row.text,
  due: row.due,
  ownerId: row.ownerId,
  owner: row.owner,
  revision: row.revision,
  by: row.byName,
  doneAt: row.doneAt,
})
