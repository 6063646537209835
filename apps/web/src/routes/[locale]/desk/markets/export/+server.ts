import { askedList } from '#lib/server/asked-list.ts'
import { askedMarkets } from '#lib/server/contacts/markets-found.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Markets to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportMarkets')
  return attachment(await answer(site().house.exportMarkets(actor, { ...askedMarkets(url), ...askedList(url, locale) })))
}
