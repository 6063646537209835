import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { locale } = await parent()
  return { names: await answer(site().house.listNames(locals.actor, { kind: 'company', locale })) }
}
