import { findContact, putContacts } from '@vitrine/store/contacts/contacts'
import { z } from 'zod'
import { changeFields } from '../../contacts/change-fields.ts'
import { ContactChange, contactFieldsOf, contactOf, contactView } from '../../contacts/contact-fields.ts'
import { holdCompany, holdContact } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ChangeAnswer, ContactFields, ContactView, FieldsChange } from '../../contract/contacts.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Change = z.object({ id: Id, from: ContactChange, to: ContactChange })

/** Changes fields of a person, unless somebody changed one of them since it was seen. The trail says which fields, never what they held. */
export async function changeContact(
  house: HouseContext,
  actor: Actor,
  args: FieldsChange<ContactFields>,
): Promise<ChangeAnswer<ContactView, ContactFields>> {
  authorise(actor, 'changeContact')
  const { id, from, to } = parse(Change, args)
  return write(house, actor, async (writing) => {
    const before = await holdContact(house, writing.trx, id)
    const change = { from: from as Partial<ContactFields>, to: to as Partial<ContactFields> }
    const { fields, changed, clashing } = changeFields(contactFieldsOf(before), change)
    if (changed.length === 0) return { outcome: 'unchanged', value: contactView(before) }
    if (clashing.length > 0) return { outcome: 'conflict', value: contactView(before), by: before.updatedBy, at: before.updatedAt, clashing } // prettier-ignore
    if (fields.companyId !== null && fields.companyId !== before.companyId)
      await holdCompany(house, writing.trx, fields.companyId)
    await putContacts(writing.trx, house.houseId, [{ ...before, ...contactOf(fields), revision: before.revision + 1, updatedAt: writing.at, updatedBy: actor.name }]) // prettier-ignore
    writing.audit({ verb: 'changeContact', subject: 'Contact', subjectId: id, detail: { changed } })
    return { outcome: 'saved', value: contactView((await findContact(writing.trx, house.houseId, id))!) }
  })
}
