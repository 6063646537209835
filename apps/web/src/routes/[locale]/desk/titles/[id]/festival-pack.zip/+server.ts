import { LOCALES } from '@vitrine/messages'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The film as festivals ask for it, the form's fields in every language of the house, that of the page first. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'packFestival')
  const locales = [locale, ...LOCALES.filter((one) => one !== locale)]
  return attachment(await answer(site().house.packFestival(actor, { id: params.id, locales })))
}
