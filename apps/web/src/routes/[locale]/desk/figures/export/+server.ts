import { FIGURE_TABLES } from '@vitrine/house/contract/after'
import { askedFigures } from '#lib/server/after/asked-figures.ts'
import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** One table of the figures to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportFigures')
  const table = FIGURE_TABLES.find((each) => each === url.searchParams.get('table')) ?? 'period'
  return attachment(await answer(site().house.exportFigures(actor, { ...askedFigures(url), table, ...askedList(url, locale) })))
}
