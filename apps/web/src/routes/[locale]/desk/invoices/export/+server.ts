import { askedInvoices } from '#lib/server/after/asked-invoices.ts'
import { askedList } from '#lib/server/asked-list.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Invoices to take home. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportInvoices')
  return attachment(await answer(site().house.exportInvoices(actor, { ...askedInvoices(url), ...askedList(url, locale) })))
}
