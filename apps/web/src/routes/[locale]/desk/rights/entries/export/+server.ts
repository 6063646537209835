import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

const FORMATS = ['json', 'csv', 'xlsx'] as const

/** The book to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportRights')
  const format = FORMATS.find((one) => one === url.searchParams.get('format')) ?? 'csv'
  const titleId = url.searchParams.get('title')
  return attachment(
    await answer(
      site().house.exportRights(actor, { ...askedList(url, locale), format, ...(titleId === null ? {} : { titleId }) }),
    ),
  )
}
