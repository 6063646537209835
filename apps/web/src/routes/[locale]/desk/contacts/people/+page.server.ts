import { askedOf, peopleFound } from '#lib/server/contacts/found.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listContacts')
  return { found: await peopleFound(actor, url), asked: askedOf(url) }
}
