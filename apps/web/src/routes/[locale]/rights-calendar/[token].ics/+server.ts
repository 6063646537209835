import { answer, site, VISITOR } from '#lib/server/site.ts'
import { isLocale } from '@vitrine/messages'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** What ends when, for a calendar program: it has no session, its address is the secret. */
export const GET: RequestHandler = async ({ params }) => {
  const { locale, token } = params
  if (!isLocale(locale)) error(404, { message: 'not-found' })
  const calendar = await answer(site().house.rightsCalendar(VISITOR, { token, locale }))
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="rights.ics"',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}
