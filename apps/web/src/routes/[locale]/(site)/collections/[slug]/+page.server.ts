import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { locale } = await parent()
  const { cards, picture, name, intro, slug } = await answer(
    site().house.viewCollection(locals.actor, { slug: params.slug, locale }),
  )
  locals.accent = picture?.colour ?? null
  return {
    slug,
    cards,
    picture,
    name: name[locale] ?? Object.values(name)[0] ?? slug,
    intro: intro[locale] ?? Object.values(intro)[0] ?? null,
  }
}
