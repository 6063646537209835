import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Meetings of a market to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportMeetings')
  return attachment(await answer(site().house.exportMeetings(actor, { marketId: params.id, ...askedList(url, locale) })))
}
