import { putNote } from '@vitrine/store/contacts/notes'
import { findContacts } from '@vitrine/store/contacts/contacts'
import { z } from 'zod'
import { holdSubject, NoteText, noteView, SubjectInput } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, NoteView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Note = z.object({ subject: SubjectInput, text: NoteText, contactIds: z.array(Id).max(50).default([]) })

/** Writes a note about something; the people whom it names by their ids are found with it, and can have it erased with them. */
export async function addNote(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['addNote']>[1],
): Promise<NoteView> {
  authorise(actor, 'addNote')
  const { subject, text, contactIds } = parse(Note, args)
  return write(house, actor, async (writing) => {
    await holdSubject(house, writing.trx, subject)
    const named = await findContacts(writing.trx, house.houseId, contactIds)
    if (named.length < new Set(contactIds).size) throw new HouseError('not-found', { subject: 'Contact' })
    const row = { id: newId(Date.parse(writing.at)), subjectKind: subject.kind, subjectId: subject.id, contactIds: named.map(({ id }) => id), text, revision: 1, byId: actor.userId, byName: actor.name, at: writing.at, updatedAt: writing.at, removedAt: null } // prettier-ignore
    await putNote(writing.trx, house.houseId, row)
    writing.audit({ verb: 'addNote', subject: 'Note', subjectId: row.id, detail: { about: subject.kind, aboutId: subject.id } })
    return noteView(row)
  })
}
