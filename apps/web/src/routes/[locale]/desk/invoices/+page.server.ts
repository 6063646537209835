import { mayEver } from '@vitrine/house/policies/table'
import { askedInvoices, SHELVES } from '#lib/server/after/asked-invoices.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listInvoices')
  const asked = askedInvoices(url)
  const cursor = url.searchParams.get('cursor')
  const list = await answer(site().house.listInvoices(actor, { ...asked, cursor }))
  return { asked, shelves: SHELVES, cursor, list, mayExport: mayEver(actor, 'exportInvoices') }
}
