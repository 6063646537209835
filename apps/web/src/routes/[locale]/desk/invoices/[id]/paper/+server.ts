import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ url, locals, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'printInvoice')
  const { pdf, fileName } = await answer(site().house.printInvoice(actor, { id: params.id }))
  return attachment({ bytes: pdf, fileName, mediaType: 'application/pdf' })
}
