import { mayEver } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { LayoutServerLoad } from './$types'

/**
 * The deal, for all of its pages. Whoever delivers its films without seeing deals (an editor) has the page of deliverables without
 * the deal's head; every other page lets in only who may see deals, so `deal` is there wherever it is read.
 */
export const load: LayoutServerLoad = async ({ locals, url, params, request }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'viewDeliverables')
  const viewed = mayEver(actor, 'viewDeal') ? site().house.viewDeal(actor, { id: params.id, reader: locale }) : null
  // a form that was refused says so, also about a deal that is not there
  const head = viewed === null ? null : await (request.method === 'GET' ? answer(viewed) : viewed.catch(() => null))
  return { head, deal: head! }
}
