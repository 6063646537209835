import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

/** Any address of a language that no other page answers: an error page with the house's head and foot around it. */
export const load: PageServerLoad = () => error(404, { message: 'not-found' })
