import { can } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listIntakes')
  const mayUndoImports = can(actor, 'undoImport')
  return {
    imports: mayUndoImports ? (await answer(site().house.listImports(actor, {}))).items.slice(0, 10) : [],
    intakes: await answer(site().house.listIntakes(actor, { cursor: url.searchParams.get('after') })),
    mayFindTwins: can(actor, 'findTwins'),
  }
}
