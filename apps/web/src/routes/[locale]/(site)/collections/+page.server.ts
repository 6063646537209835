import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { locale } = await parent()
  return { collections: await answer(site().house.listCollections(locals.actor, { locale })) }
}
