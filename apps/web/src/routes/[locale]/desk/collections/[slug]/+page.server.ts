import { error } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** One collection with its films in any state; `new` is a blank one. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'saveCollection')
  const { house } = site()
  if (params.slug === 'new') return { collection: null, cards: [], isNew: false }
  const [collections, found] = await Promise.all([
    answer(house.listCollections(actor, { locale })),
    answer(house.listTitles(actor, { locale, facets: { collection: [params.slug] }, sort: 'title', limit: 100 })),
  ])
  const collection = collections.find((each) => each.slug === params.slug)
  if (collection === undefined) error(404, { message: 'not-found', code: 'not-found' })
  return { collection, cards: found.cards, isNew: url.searchParams.has('new') }
}
