import { json } from '@sveltejs/kit'
import { dealFilter } from '#lib/server/deal-filter.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Another page of the board's column or of the list; with `id`, one deal. */
export const GET: RequestHandler = async ({ url, locals, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listDeals')
  const id = url.searchParams.get('id')
  if (id !== null) return json(await answer(site().house.viewDeal(actor, { id, reader: locale })))
  return json(await answer(site().house.listDeals(actor, { ...dealFilter(url.searchParams, actor), cursor: url.searchParams.get('cursor'), limit: 50 }))) // prettier-ignore
}
