import { error } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { isForPrinters, pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, locals, request, url }) => {
  const { locale, paper, slug } = params
  if (!isLocale(locale) || (paper !== 'a4' && paper !== 'letter')) error(404, { message: 'not-found' })
  const printed = await answer(site().house.printOneSheet(locals.actor, { slug, locale, paper, forPrinters: isForPrinters(url) }))
  return pdfResponse(printed, request)
}
