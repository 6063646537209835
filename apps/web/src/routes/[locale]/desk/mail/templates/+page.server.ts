import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listMailTemplates')
  const all = await answer(site().house.listMailTemplates(actor))
  const letters = [...new Set(all.map(({ name }) => name))]
  return { letters: letters.map((name) => ({ name, templates: all.filter((one) => one.name === name) })) }
}
