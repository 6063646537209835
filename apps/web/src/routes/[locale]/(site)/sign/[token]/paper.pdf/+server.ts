import { pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, locals, request }) => {
  const { bytes, fileName } = await answer(site().house.openSigningFile(locals.actor, { token: params.token }))
  const response = pdfResponse({ pdf: bytes, fileName }, request)
  response.headers.set('cache-control', 'private, no-store')
  response.headers.set('referrer-policy', 'no-referrer')
  return response
}
