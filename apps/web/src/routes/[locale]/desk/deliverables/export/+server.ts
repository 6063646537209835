import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

const SHELVES = ['open', 'sent', 'done'] as const

/** What is to be delivered to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportDeliverables')
  const shelf = SHELVES.find((each) => each === url.searchParams.get('shelf')) ?? 'all'
  return attachment(await answer(site().house.exportDeliverables(actor, { shelf, ...askedList(url, locale) })))
}
