import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { mayEver } from '@vitrine/house/policies/table'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listClauses')
  const clauses = await answer(site().house.listClauses(actor))
  return { clauses, example: clauses.every(({ id }) => id === null), mayWrite: mayEver(actor, 'saveClause') }
}
