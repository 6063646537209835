import { askedInvoices } from '#lib/server/after/asked-invoices.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Invoices to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportInvoices')
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv'
  return attachment(await answer(site().house.exportInvoices(actor, { ...askedInvoices(url), format, locale })))
}
