import { findContact, putContacts } from '@vitrine/store/contacts/contacts'
import { ContactInput, contactOf, contactView, EMPTY_CONTACT } from '../../contacts/contact-fields.ts'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactFields, ContactView } from '../../contract/contacts.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Adds a person, in a company or on their own. */
export async function addContact(
  house: HouseContext,
  actor: Actor,
  args: { contact: { name: string } & Partial<ContactFields> },
): Promise<ContactView> {
  authorise(actor, 'addContact')
  const contact = contactOf(parse(ContactInput, { ...EMPTY_CONTACT, ...args.contact }))
  return write(house, actor, async (writing) => {
    if (contact.companyId !== null) await holdCompany(house, writing.trx, contact.companyId)
    const id = newId(Date.parse(writing.at))
    await putContacts(writing.trx, house.houseId, [{ ...contact, id, userId: null, mergedInto: null, erasedAt: null, revision: 1, createdAt: writing.at, updatedAt: writing.at, updatedBy: actor.name }]) // prettier-ignore
    writing.audit({ verb: 'addContact', subject: 'Contact', subjectId: id, detail: { companyId: contact.companyId } })
    return contactView((await findContact(writing.trx, house.houseId, id))!)
  })
}
