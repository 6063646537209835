import { localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  const [dropped, collections] = await Promise.all([
    answer(house.openDroppedSheet(actor, { id: params.id })),
    answer(house.listCollections(actor, { locale })),
  ])
  return { dropped, collections: collections.map(({ slug, name }) => ({ slug, name: name[locale] ?? slug })) }
}
