import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import type { PageServerLoad } from './$types'

/** What happened in a deal is on the deal itself; whoever only delivers for it does not see it. */
export const load: PageServerLoad = ({ locals, url, params }) => {
  allowed(staff(locals.actor, url, localeOf(params)), 'viewDeal')
}
