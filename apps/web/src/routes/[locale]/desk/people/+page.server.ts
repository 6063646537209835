import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { whoMay } from '#lib/server/who-may.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'addUser')
  return { people: await answer(site().house.listUsers(actor)), me: actor.userId, table: whoMay() }
}
