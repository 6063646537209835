import { askedList } from '#lib/server/asked-list.ts'
import { requestFilter } from '#lib/server/request-filter.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Requests to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportRequests')
  return attachment(await answer(site().house.exportRequests(actor, { ...requestFilter(url, actor), ...askedList(url, locale) })))
}
