import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** The first page: what the house puts forward, what is new, its collections, its subjects. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { locale } = await parent()
  const { house } = site()
  const [home, browse] = await Promise.all([
    answer(house.home(locals.actor, { locale })),
    answer(house.browse(locals.actor, { locale, limit: 1, sort: 'newest' })),
  ])
  const themes = browse.facets.find((facet) => facet.facet === 'theme')?.values ?? []
  const lead = home.featured[0] ?? home.newest[0] ?? null
  locals.accent = lead?.still?.colour ?? null
  return {
    home,
    lead,
    others: home.featured.slice(1, 3),
    themes: themes.map(({ value, name, count }) => ({ value, name, count })),
  }
}
