import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** Letters that were written to the data folder. They hold sign-in links of everybody: only who lets people in may read them. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'addUser')
  return { letters: await site().outbox(actor) }
}
