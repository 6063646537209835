import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { locale } = await parent()
  return { firm: await answer(site().house.viewCompany(locals.actor, { slug: params.slug, locale })) }
}
