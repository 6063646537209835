import { redirect } from '@sveltejs/kit'
import { localeOf } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { LayoutServerLoad } from './$types'

/** Whose room it is. Nothing of it is kept by any cache, and no address of it is handed on. */
export const load: LayoutServerLoad = async ({ locals: { actor }, params, url, setHeaders }) => {
  const locale = localeOf(params)
  if (actor.kind === 'visitor') redirect(303, `/${locale}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  const sits = actor.role === 'buyer' && Boolean(actor.companyId)
  const ownRoom = actor.role === 'producer' ? actor.name : null
  return { ownRoom, seat: sits ? { company: (await answer(site().house.listSeats(actor, {}))).company, lead: actor.companyRole === 'lead', me: actor.userId } : null } // prettier-ignore
}
