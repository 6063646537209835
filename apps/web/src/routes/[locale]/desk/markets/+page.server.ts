import { compareText, countryName } from '@vitrine/messages'
import { COUNTRIES } from '@vitrine/rights/territories/phrases'
import { askedMarkets } from '#lib/server/contacts/markets-found.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listMarkets')
  const asked = askedMarkets(url)
  const byName = compareText(locale)
  return {
    asked,
    markets: await answer(site().house.listMarkets(actor, asked)),
    countries: COUNTRIES.map((code) => [code, countryName(locale, code)] as const).toSorted(([, a], [, b]) => byName(a, b)),
  }
}
