import { putCompanies } from '@vitrine/store/contacts/companies'
import { CompanyInput, companyOf, companyView, EMPTY_COMPANY } from '../../contacts/company-fields.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { CompanyFields, CompanyView } from '../../contract/contacts.ts'
import { newId } from '../../ids.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Adds a company; what is not said of it is empty. */
export async function addCompany(
  house: HouseContext,
  actor: Actor,
  args: { company: { name: string } & Partial<CompanyFields> },
): Promise<CompanyView> {
  authorise(actor, 'addCompany')
  const company = companyOf(parse(CompanyInput, { ...EMPTY_COMPANY, ...args.company }))
  return write(house, actor, async (writing) => {
    const row = { ...company, id: newId(Date.parse(writing.at)), mergedInto: null, revision: 1, createdAt: writing.at, updatedAt: writing.at, updatedBy: actor.name } // prettier-ignore
    await putCompanies(writing.trx, house.houseId, [row])
    writing.audit({ verb: 'addCompany', subject: 'Company', subjectId: row.id })
    return companyView(row)
  })
}
