import { putCompanies } from '@vitrine/store/contacts/companies'
import { putContacts } from '@vitrine/store/contacts/contacts'
import { keepListMapping } from '@vitrine/store/lists/list-mappings'
import { notesAbout, putNote } from '@vitrine/store/contacts/notes'
import { companyOf } from '../../contacts/company-fields.ts'
import { contactOf } from '../../contacts/contact-fields.ts'
import { openList } from '../../contacts/list/open-list.ts'
import { readList, type ReadList } from '../../contacts/list/read-list.ts'
import { MOST_SHOWN } from '../../contacts/notes-and-tasks.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { type Writing, write } from '../../write.ts'
import { countsOf } from './preview-contacts.ts'

/**
 * Takes in a list of contacts: all of it or nothing. It is read again with the house locked; what is known already is only
 * filled where it was empty, so that a list can be brought a second time.
 */
export async function importContacts(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['importContacts']>[1],
): ReturnType<ContactVerbs['importContacts']> {
  authorise(actor, 'importContacts')
  const list = await openList(house, house.db, args.bytes, args.mapping)
  return write(house, actor, async (writing) => {
    const read = await readList(house, writing.trx, list, args.locale)
    const counts = countsOf(read)
    const told = (severity: 'bad' | 'doubtful') =>
      read.rows.flatMap(({ row, problems }) => problems.filter((one) => one.severity === severity).map(({ column, message }) => ({ path: `${row}${column === null ? '' : `.${column}`}`, message }))).slice(0, 50) // prettier-ignore
    if (counts.counts.bad > 0) throw new HouseError('invalid-input', { issues: told('bad') })
    if (counts.counts.doubtful > 0 && args.acceptDoubtful !== true) throw new HouseError('invalid-input', { issues: told('doubtful') }) // prettier-ignore
    if (list.key !== null)
      await keepListMapping(writing.trx, house.houseId, 'contacts', { headings: list.key, mapping: list.mapping, at: writing.at })
    await putRead(house, writing, actor, read)
    const answer = {
      companies: counts.companies.fresh,
      people: counts.people.fresh,
      filled: counts.companies.filled + counts.people.filled,
      unchanged: counts.unchanged,
    }
    writing.audit({ verb: 'importContacts', subject: 'Contact', subjectId: null, detail: answer })
    return answer
  })
}

async function putRead(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { companies, people, notes }: ReadList,
): Promise<void> {
  const stamp = { updatedAt: writing.at, updatedBy: actor.name }
  const ids = new Map<string, string>()
  const idOf = (key: string): string => {
    if (!key.startsWith('~')) return key
    const id = ids.get(key) ?? newId(Date.parse(writing.at))
    ids.set(key, id)
    return id
  }
  await putCompanies(
    writing.trx,
    house.houseId,
    companies.map(({ key, before, fields }) => ({ mergedInto: null, createdAt: writing.at, ...before, ...companyOf(fields), ...stamp, id: idOf(key), revision: (before?.revision ?? 0) + 1 })), // prettier-ignore
  )
  await putContacts(
    writing.trx,
    house.houseId,
    people.map(({ key, before, fields }) => ({ userId: null, mergedInto: null, erasedAt: null, createdAt: writing.at, ...before, ...contactOf({ ...fields, companyId: fields.companyId === null ? null : idOf(fields.companyId) }), ...stamp, id: idOf(key), revision: (before?.revision ?? 0) + 1 })), // prettier-ignore
  )
  for (const { about, kind, text } of notes) {
    const subjectId = idOf(about.key)
    const known = about.before === null ? [] : await notesAbout(writing.trx, house.houseId, kind, subjectId, MOST_SHOWN)
    if (known.some((note) => note.text === text)) continue
    await putNote(writing.trx, house.houseId, { id: newId(Date.parse(writing.at)), subjectKind: kind, subjectId, contactIds: [], text, revision: 1, byId: actor.userId, byName: actor.name, at: writing.at, updatedAt: writing.at, removedAt: null }) // prettier-ignore
  }
}
