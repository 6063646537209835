import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listScreenerRequests')
  const cursor = url.searchParams.get('cursor')
  return { cursor, requests: await answer(site().house.listScreenerRequests(actor, { cursor })) }
}
