import { findNote, putNote } from '@vitrine/store/contacts/notes'
import { z } from 'zod'
import { NoteText, noteView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { NoteView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Change = z.object({ id: Id, revision: Revision, text: NoteText })

/** Writes a note anew, unless somebody did since it was read. */
export async function changeNote(
  house: HouseContext,
  actor: Actor,
  args: { id: string; revision: number; text: string },
): Promise<NoteView> {
  authorise(actor, 'changeNote')
  const { id, revision, text } = parse(Change, args)
  return write(house, actor, async (writing) => {
    const before = await findNote(writing.trx, house.houseId, id)
    if (before === null || before.removedAt !== null) throw new HouseError('not-found', { subject: 'Note' })
    if (before.revision !== revision) throw new HouseError('revision-changed', { revision: before.revision })
    const row = { ...before, text, revision: revision + 1, updatedAt: writing.at }
    await putNote(writing.trx, house.houseId, row)
    writing.audit({ verb: 'changeNote', subject: 'Note', subjectId: id })
    return noteView(row)
  })
}
