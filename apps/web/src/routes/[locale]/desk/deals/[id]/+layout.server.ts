import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { LayoutServerLoad } from './$types'

/** The deal, for all of its pages. */
export const load: LayoutServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewDeal')
  return { deal: await answer(site().house.viewDeal(actor, { id: params.id, reader: locale })) }
}
