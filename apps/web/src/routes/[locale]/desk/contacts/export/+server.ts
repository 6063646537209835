import { askedList, askedTexts } from '#lib/server/asked-list.ts'
import { askedOf } from '#lib/server/contacts/found.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

const FORMATS = ['csv', 'xlsx', 'vcf'] as const

export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'exportContacts')
  const format = FORMATS.find((one) => one === url.searchParams.get('format')) ?? 'csv'
  const { text, kind, due } = askedOf(url)
  const { companyId, country } = askedTexts(url, { company: 'companyId', country: 'country' })
  const filter = { text, due, companyId, country, ...(kind === '' ? {} : { kind }) }
  return attachment(await answer(site().house.exportContacts(actor, { ...askedList(url, locale), ...filter, format })))
}
