import { putCompanies } from '@vitrine/store/contacts/companies'
import { z } from 'zod'
import { changeFields } from '../../contacts/change-fields.ts'
import { CompanyChange, companyFieldsOf, companyOf, companyView } from '../../contacts/company-fields.ts'
import { holdCompany } from '../../contacts/reach.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ChangeAnswer, CompanyFields, CompanyView, FieldsChange } from '../../contract/contacts.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Change = z.object({ id: Id, from: CompanyChange, to: CompanyChange })

/** Changes fields of a company, unless somebody changed one of them since it was seen. The same with `from` and `to` exchanged takes it back. */
export async function changeCompany(
  house: HouseContext,
  actor: Actor,
  args: FieldsChange<CompanyFields>,
): Promise<ChangeAnswer<CompanyView, CompanyFields>> {
  authorise(actor, 'changeCompany')
  const { id, from, to } = parse(Change, args)
  return write(house, actor, async (writing) => {
    const before = await holdCompany(house, writing.trx, id)
    const change = { from: from as Partial<CompanyFields>, to: to as Partial<CompanyFields> }
    const { fields, changed, clashing } = changeFields(companyFieldsOf(before), change)
    if (changed.length === 0) return { outcome: 'unchanged', value: companyView(before) }
    if (clashing.length > 0) return { outcome: 'conflict', value: companyView(before), by: before.updatedBy, at: before.updatedAt, clashing } // prettier-ignore
    const row = { ...before, ...companyOf(fields), revision: before.revision + 1, updatedAt: writing.at, updatedBy: actor.name }
    await putCompanies(writing.trx, house.houseId, [row])
    writing.audit({ verb: 'changeCompany', subject: 'Company', subjectId: id, detail: { changed } })
    return { outcome: 'saved', value: companyView(row) }
  })
}
