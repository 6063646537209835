import type { TitleSheet } from '@vitrine/catalogue'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { sheet, intoTitleId, baseRevision } = await sent<{ sheet: TitleSheet; intoTitleId: string | null; baseRevision?: number | null }>(request) // prettier-ignore
    const title = await site().house.acceptDroppedSheet(actor, {
      id: params.id,
      sheet,
      intoTitleId,
      baseRevision: baseRevision ?? null,
    })
    return { id: title.id }
  })
}
