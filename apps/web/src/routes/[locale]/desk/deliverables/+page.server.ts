import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const SHELVES = ['open', 'sent', 'done'] as const

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listDeliverables')
  const shelf = SHELVES.find((each) => each === url.searchParams.get('shelf')) ?? 'open'
  const cursor = url.searchParams.get('cursor')
  const page = await answer(site().house.listDeliverables(actor, { shelf, cursor }))
  return { shelf, shelves: SHELVES, cursor, page, today: new Date().toISOString().slice(0, 10) }
}
