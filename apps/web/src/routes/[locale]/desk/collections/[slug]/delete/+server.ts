import { allowed, deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes a collection away; what is answered, saved again, brings it back. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'deleteCollection')
  return deskAnswer(request, locale, () => site().house.deleteCollection(actor, { slug: params.slug }))
}
