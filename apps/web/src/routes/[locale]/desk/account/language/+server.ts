import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The language in which one is written to. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const actor = staff(locals.actor, url, localeOf(params))
  return deskAnswer(request, localeOf(params), async () => {
    const { locale } = await sent<{ locale: 'en' | 'fr' | null }>(request)
    return site().house.chooseMyLanguage(actor, { locale })
  })
}
