import { contactCardWords } from '@vitrine/messages/contact-cards'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { isForPrinters, pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Cards of the house's people to be cut apart: eight of each, or one. */
export const GET: RequestHandler = async ({ locals, url, params, request }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'printContactCards')
  const pdf = await answer(
    site().house.printContactCards(actor, {
      marketId: params.id,
      perPerson: url.searchParams.get('each') === '1' ? 1 : 8,
      locale,
      paper: url.searchParams.get('paper') === 'letter' ? 'letter' : 'a4',
      forPrinters: isForPrinters(url),
    }),
  )
  return pdfResponse({ pdf, fileName: `${contactCardWords[locale].fileName}.pdf` }, request)
}
