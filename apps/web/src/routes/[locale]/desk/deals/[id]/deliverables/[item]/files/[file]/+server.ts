import { allowed, deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ url, locals, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openDeliverableFile')
  return attachment(await answer(site().house.openDeliverableFile(actor, { id: params.item, fileId: params.file })))
}

export const DELETE: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, () => site().house.removeDeliverableFile(actor, { id: params.item, fileId: params.file }))
}
