import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** What was handed in of a film, what was found in it, and what is made of it. Asked again while something is under way. */
export const load: PageServerLoad = async ({ locals, url, params, depends }) => {
  depends('desk:screening')
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listReels')
  const room = await answer(site().house.listReels(actor, { titleId: params.id }))
  return { room, mayMake: mayEver(actor, 'receiveMaster'), mayTrace: mayEver(actor, 'listTraces'), now: Date.now() }
}
