import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { changesTold, conditionsOfFilms } from '#lib/server/offers/compared.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** Two versions beside each other, when the address names them; else the last two that were sent. */
export const load: PageServerLoad = async ({ locals, url, params, parent }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'compareOffers')
  const { deal } = await parent()
  const [newest, former] = deal.offers
  const after = deal.offers.find(({ id }) => id === url.searchParams.get('after')) ?? newest
  const before = deal.offers.find(({ id }) => id === url.searchParams.get('before')) ?? former
  if (after === undefined || before === undefined) return { compared: null }
  const compared = await answer(site().house.compareOffers(actor, { before: before.id, after: after.id, reader: locale }))
  const conditions = { before: conditionsOfFilms(compared.before, locale), after: conditionsOfFilms(compared.after, locale) }
  return { compared: { before: before.id, after: after.id, changes: changesTold(compared), conditions } }
}
