import { askedList } from '#lib/server/asked-list.ts'
import { dealFilter } from '#lib/server/deal-filter.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Deals to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportDeals')
  return attachment(
    await answer(site().house.exportDeals(actor, { ...dealFilter(url.searchParams, actor), ...askedList(url, locale) })),
  )
}
