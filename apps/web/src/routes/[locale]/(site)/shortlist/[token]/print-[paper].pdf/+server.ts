import { error } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { isForPrinters, pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, locals, request, url }) => {
  const { locale, paper, token } = params
  if (!isLocale(locale) || (paper !== 'a4' && paper !== 'letter')) error(404, { message: 'not-found' })
  const asked = { token, locale, paper, forPrinters: isForPrinters(url) } as const
  return pdfResponse(await answer(site().house.printShortlist(locals.actor, asked)), request)
}
