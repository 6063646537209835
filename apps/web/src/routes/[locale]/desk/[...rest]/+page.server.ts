import { error } from '@sveltejs/kit'
import { localeOf, staff } from '#lib/server/desk.ts'
import type { PageServerLoad } from './$types'

/** Any address of the desk that no other page answers: staff read so inside the desk; a stranger signs in and comes back here, as anywhere at the desk. */
export const load: PageServerLoad = ({ locals, url, params }) => {
  staff(locals.actor, url, localeOf(params))
  error(404, { message: 'not-found', code: 'not-found' })
}
