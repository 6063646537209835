import { error } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** The report of a trace, to be read and printed. */
export const load: PageServerLoad = async ({ locals, url, params, depends }) => {
  depends('desk:traces')
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'viewTrace')
  const trace = await answer(site().house.viewTrace(actor, { id: params.trace }))
  if (trace.titleId !== params.id) error(404, { message: 'not-found', code: 'not-found' })
  return { trace }
}
