import { mayEver, SCOPE_FOR } from '@vitrine/house/policies/table'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const LINES = 100

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'readAudit')
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 200) || null
  const [cursor, verb, subject] = [asked('cursor'), asked('verb'), asked('subject')]
  const known = verb !== null && Object.hasOwn(SCOPE_FOR, verb) ? verb : null
  const page = await answer(
    site().house.readAudit(actor, {
      cursor,
      limit: LINES,
      ...(known === null ? {} : { verb: known }),
      ...(subject === null ? {} : { subjectId: subject }),
    }),
  )
  const people = mayEver(actor, 'listUsers') ? await answer(site().house.listUsers(actor)) : []
  const collections = await answer(site().house.listCollections(actor, { locale }))
  return {
    page,
    cursor,
    verb: known,
    subject,
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    /** As they are called now; the trail's own lines say what others were called. */
    collections: Object.fromEntries(collections.map(({ slug, name }) => [slug, name[locale] ?? Object.values(name)[0] ?? slug])),
  }
}
