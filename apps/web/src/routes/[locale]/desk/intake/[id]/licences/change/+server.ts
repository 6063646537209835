import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Enters licences of the file into the rights book, or withdraws them: `{ verb, … }`. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const { house } = site()
  return deskAnswer(request, locale, async () => {
    const body = (await request.json()) as { verb?: string; as?: never; rows?: number[]; acceptWarnings?: boolean }
    if (body.verb === 'undo') return house.undoIntakeLicences(actor, { id: params.id })
    return house.takeIntakeLicences(actor, {
      id: params.id,
      as: body.as ?? ('' as never),
      rows: body.rows ?? null,
      acceptWarnings: body.acceptWarnings === true,
      locale,
    })
  })
}
