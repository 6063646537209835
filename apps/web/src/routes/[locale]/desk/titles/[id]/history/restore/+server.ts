import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Brings a former state back, as the newest. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { revision, baseRevision } = await sent<{ revision: number; baseRevision: number }>(request)
    const title = await site().house.restoreRevision(actor, {
      id: params.id,
      revision: Number(revision),
      baseRevision: Number(baseRevision),
    })
    return { revision: title.revision }
  })
}
