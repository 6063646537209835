import { allowed, deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ url, locals, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openEntryDocument')
  return attachment(await answer(site().house.openEntryDocument(actor, { id: params.id, documentId: params.document })))
}

export const DELETE: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, () =>
    site().house.removeEntryDocument(actor, { id: params.id, documentId: params.document }),
  )
}
