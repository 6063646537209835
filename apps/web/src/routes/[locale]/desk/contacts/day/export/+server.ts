import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** What is to be done to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportTasks')
  const whose = url.searchParams.get('whose') === 'all' ? ('all' as const) : ('mine' as const)
  return attachment(await answer(site().house.exportTasks(actor, { whose, ...askedList(url, locale) })))
}
