import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { deskRequest } from '#lib/server/desk-request.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The list of titles as it changes while somebody types. */
export const GET: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, () => site().house.listTitles(actor, deskRequest(url, locale)))
}
