import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listCompanies')
  return {
    mayWrite: mayEver(actor, 'changeCompany'),
    mayPeople: mayEver(actor, 'listContacts'),
    mayTake: mayEver(actor, 'exportContacts'),
  }
}
