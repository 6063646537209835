import { reachContact } from '@vitrine/store/contacts/contacts'
import { meetingsOfContact } from '@vitrine/store/contacts/meetings'
import { notesNaming } from '@vitrine/store/contacts/notes'
import { tasksAbout } from '@vitrine/store/contacts/tasks'
import { contactView } from '../../contacts/contact-fields.ts'
import { MOST_SHOWN, noteView, taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactRecord } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'

/** A person, what is noted of them and due, and when they were met. Of one who was erased there is nothing but the day. */
export async function openContact(house: HouseContext, actor: Actor, args: { id: string }): Promise<ContactRecord> {
  authorise(actor, 'openContact')
  const { db, houseId } = house
  const row = await reachContact(db, houseId, args.id)
  if (row === null) throw new HouseError('not-found', { subject: 'Contact' })
  const [notes, tasks, meetings] = await Promise.all([
    notesNaming(db, houseId, row.id, MOST_SHOWN),
    tasksAbout(db, houseId, 'contact', row.id, MOST_SHOWN),
    meetingsOfContact(db, houseId, row.id, MOST_SHOWN),
  ])
  return {
    contact: contactView(row),
    movedFrom: row.id === args.id ? null : args.id,
    notes: notes.map(noteView),
    tasks: tasks.map(taskView),
    meetings: meetings.map(({ id, marketId, market, day }) => ({ id, marketId, market, day })),
  }
}
