import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listSentLists')
  const cursor = url.searchParams.get('cursor')
  const { items, nextCursor } = await answer(site().house.listSentLists(actor, { cursor, locale }))
  // what is no longer true comes first, and what nobody can open any more last
  const rank = ({ stale, recalledAt }: (typeof items)[number]): number => (recalledAt !== null ? 2 : stale ? 0 : 1)
  return { lists: items.toSorted((a, b) => rank(a) - rank(b)), nextCursor, cursor }
}
