import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { locale } = await parent()
  const person = await answer(site().house.viewPerson(locals.actor, { slug: params.slug, locale }))
  locals.accent = person.cards[0]?.still?.colour ?? null
  return { person }
}
