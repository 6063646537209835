import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url, params }) => {
  allowed(staff(locals.actor, url, localeOf(params)), 'importContacts')
}
