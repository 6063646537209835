import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** Collections and themes with what they hold; titles that were chosen in the list of titles come in the address. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'printCatalogue')
  const { house } = site()
  const [collections, published] = await Promise.all([
    answer(house.listCollections(actor, { locale })),
    answer(house.browse(actor, { locale, limit: 1 })),
  ])
  const themes = published.facets.find(({ facet }) => facet === 'theme')?.values ?? []
  return {
    ids: url.searchParams.getAll('id'),
    collections: collections.filter(({ count }) => count > 0),
    themes: themes.map(({ value, name, count }) => ({ value, name, count })),
    published: published.total,
    year: new Date().getUTCFullYear(),
  }
}
