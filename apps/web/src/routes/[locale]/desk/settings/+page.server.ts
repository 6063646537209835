import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'changeSettings')
  const { house } = site()
  const settings = await answer(house.viewSettings(actor))
  const names = await Promise.all(
    settings.featured.map((id) =>
      house.viewTitle(actor, { id, locale }).then(
        (title) => ({ id, name: title.sheet.titles[locale] ?? title.sheet.title, published: title.status === 'published' }),
        () => ({ id, name: id, published: false }), // a title that is gone can still be taken off the list
      ),
    ),
  )
  const empty = (await answer(house.listTitles(actor, { locale, limit: 1 }))).total === 0
  const zones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])]
  return { settings, featured: names, empty, zones }
}
