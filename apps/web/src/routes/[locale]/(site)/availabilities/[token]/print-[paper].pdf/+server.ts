import { error } from '@sveltejs/kit'
import { isForPrinters, pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, locals, request, url }) => {
  const { paper, token } = params
  if (paper !== 'a4' && paper !== 'letter') error(404, { message: 'not-found' })
  const pdf = await answer(site().house.printSentList(locals.actor, { token, paper, forPrinters: isForPrinters(url) }))
  return pdfResponse({ pdf, fileName: 'availabilities.pdf' }, request)
}
