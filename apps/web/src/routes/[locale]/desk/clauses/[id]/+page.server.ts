import { error } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { VARIABLES } from '@vitrine/deals/clauses/variables'
import { mayEver } from '@vitrine/house/policies/table'
import type { PageServerLoad } from './$types'

/** A clause with its versions; `new`, or one of the example by its place (`example-30`), which is not saved yet. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewClause')
  const mayWrite = mayEver(actor, 'saveClause')
  const variables = Object.entries(VARIABLES).map(([name, kind]) => ({ name, kind }))
  if (params.id === 'new') return { clause: null, versions: [], variables, mayWrite, isNew: false }
  const example = /^example-(\d+)$/.exec(params.id)
  if (example === null) {
    const versions = await answer(site().house.viewClause(actor, { id: params.id }))
    return { clause: versions[0]!, versions, variables, mayWrite, isNew: url.searchParams.has('new') }
  }
  const all = await answer(site().house.listClauses(actor))
  const clause = all.find(({ id, terms }) => id === null && terms.place === Number(example[1]))
  if (clause === undefined) error(404, { message: 'not-found', code: 'not-found' })
  return { clause, versions: [], variables, mayWrite, isNew: false }
}
