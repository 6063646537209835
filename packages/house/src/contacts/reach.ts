/** Companies and people that must be there. */
import type { Asker } from '@vitrine/store/asker'
import { type CompanyRow, findCompany } from '@vitrine/store/contacts/companies'
import { type ContactRow, findContact } from '@vitrine/store/contacts/contacts'
import type { HouseContext } from '../context.ts'
import { HouseError } from '../errors.ts'

/** The company under an id that is not a duplicate's. @throws HouseError `not-found` */
export async function holdCompany(house: HouseContext, db: Asker, id: string): Promise<CompanyRow> {
  const company = await findCompany(db, house.houseId, id)
  if (company === null || company.mergedInto !== null) throw new HouseError('not-found', { subject: 'Company' })
  return company
}

/** The person under an id, unless erased or a duplicate. @throws HouseError `not-found` */
export async function holdContact(house: HouseContext, db: Asker, id: string): Promise<ContactRow> {
  const contact = await findContact(db, house.houseId, id)
  if (contact === null || contact.mergedInto !== null || contact.erasedAt !== null)
    throw new HouseError('not-found', { subject: 'Contact' })
  return contact
}
