/** What merging has to know of companies and of people: everything else is the same for both. */
import type { Asker } from '@vitrine/store/asker'
import { type CompanyRow, findCompany, putCompanies } from '@vitrine/store/contacts/companies'
import { type ContactRow, findContact, putContacts } from '@vitrine/store/contacts/contacts'
import type { Pointed } from '@vitrine/store/contacts/pointers'
import type { HouseContext } from '../context.ts'
import type { CompanyFields, ContactFields } from '../contract/contacts.ts'
import type { Writing } from '../write.ts'
import { companyFieldsOf, companyOf } from './company-fields.ts'
import { contactFieldsOf, contactOf } from './contact-fields.ts'
import { holdCompany, holdContact } from './reach.ts'

export interface Mergeable {
  row: CompanyRow | ContactRow
  fields: Record<string, unknown>
  userId: string | null
}

export async function holdMergeable(house: HouseContext, db: Asker, kind: Pointed, id: string): Promise<Mergeable> {
  if (kind === 'company') {
    const row = await holdCompany(house, db, id)
    return { row, fields: { ...companyFieldsOf(row) }, userId: null }
  }
  const row = await holdContact(house, db, id)
  return { row, fields: { ...contactFieldsOf(row) }, userId: row.userId }
}

/** A merged row as it is, to be brought back. */
export async function findMerged(house: HouseContext, db: Asker, kind: Pointed, id: string): Promise<Mergeable | null> {
  if (kind === 'company') {
    const row = await findCompany(db, house.houseId, id)
    return row === null ? null : { row, fields: { ...companyFieldsOf(row) }, userId: null }
  }
  const row = await findContact(db, house.houseId, id)
  return row === null || row.erasedAt !== null ? null : { row, fields: { ...contactFieldsOf(row) }, userId: row.userId }
}

/** Writes a row with fields, where it leads and who signs in as it. */
export async function putMergeable(
  house: HouseContext,
  writing: Writing,
  by: string,
  kind: Pointed,
  { row }: Mergeable,
  next: { fields: Record<string, unknown>; mergedInto: string | null; userId: string | null },
): Promise<void> {
  const moved = { mergedInto: next.mergedInto, revision: row.revision + 1, updatedAt: writing.at, updatedBy: by }
  if (kind === 'company')
    await putCompanies(writing.trx, house.houseId, [{ ...(row as CompanyRow), ...companyOf(next.fields as unknown as CompanyFields), ...moved }]) // prettier-ignore
  else
    await putContacts(writing.trx, house.houseId, [{ ...(row as ContactRow), ...contactOf(next.fields as unknown as ContactFields), ...moved, userId: next.userId }]) // prettier-ignore
}
