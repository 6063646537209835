import { reachCompany } from '@vitrine/store/contacts/companies'
import { listContactRows } from '@vitrine/store/contacts/contacts'
import { notesAbout } from '@vitrine/store/contacts/notes'
import { tasksAbout } from '@vitrine/store/contacts/tasks'
import { companyView } from '../../contacts/company-fields.ts'
import { contactLine } from '../../contacts/contact-fields.ts'
import { dealingsOf } from '../../contacts/dealings.ts'
import { MOST_SHOWN, noteView, taskView } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { CompanyRecord } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'

/** A company with its people, what is noted and due, and its dealings with the house. Of people only those hear who may see them. */
export async function openCompany(house: HouseContext, actor: Actor, args: { id: string }): Promise<CompanyRecord> {
  authorise(actor, 'openCompany')
  const { db, houseId } = house
  const row = await reachCompany(db, houseId, args.id)
  if (row === null) throw new HouseError('not-found', { subject: 'Company' })
  const page = { company: companyView(row), movedFrom: row.id === args.id ? null : args.id }
  if (!can(actor, 'listContacts')) return { ...page, people: null, notes: null, tasks: null, dealings: null }
  const [people, notes, tasks, dealings] = await Promise.all([
    listContactRows(db, houseId, { words: [], companyId: row.id, after: null, limit: MOST_SHOWN }),
    notesAbout(db, houseId, 'company', row.id, MOST_SHOWN),
    tasksAbout(db, houseId, 'company', row.id, MOST_SHOWN),
    dealingsOf(house, db, row.id),
  ])
  return { ...page, people: people.map(contactLine), notes: notes.map(noteView), tasks: tasks.map(taskView), dealings }
}
