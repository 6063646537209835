import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { discard } = await sent<{ discard: boolean }>(request)
    const { house } = site()
    await (discard ? house.discardDroppedSheet(actor, { id: params.id }) : house.restoreDroppedSheet(actor, { id: params.id }))
  })
}
