import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes an import of sheets back: `{ id }`. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { id = '' } = (await request.json()) as { id?: string }
    return site().house.undoImport(actor, { id })
  })
}
