import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** The copies of a film that turned up, and whose they were. Asked again while one is traced. */
export const load: PageServerLoad = async ({ locals, url, params, depends }) => {
  depends('desk:traces')
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listTraces')
  return { room: await answer(site().house.listTraces(actor, { titleId: params.id })), now: Date.now() }
}
