import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listSentLists')
  const cursor = url.searchParams.get('cursor')
  const { items, nextCursor, counts } = await answer(site().house.listSentLists(actor, { cursor, locale }))
  return { lists: items, nextCursor, counts, cursor }
}
