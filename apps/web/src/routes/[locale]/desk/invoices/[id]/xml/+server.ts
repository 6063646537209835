import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ url, locals, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openInvoiceXml')
  return attachment(await answer(site().house.openInvoiceXml(actor, { id: params.id })))
}
