import { error } from '@sveltejs/kit'
import { localeOf } from '#lib/server/desk.ts'
import { pdfResponse } from '#lib/server/pdf.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** A paper of one's company: as it was sent, or signed by both (sealed here, or as it came in on paper). */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { house } = site()
  const { id } = params
  if (params.file !== 'paper' && params.file !== 'signed') error(404, { message: 'not-found', code: 'not-found' })
  const open = (file: 'paper' | 'evidence' | 'upload') => house.openPaperFile(actor, { id, file })
  const signed = () => open('evidence').catch((thrown: unknown) => (houseError(thrown)?.code === 'not-found' ? open('upload') : Promise.reject(thrown))) // prettier-ignore
  const { bytes, fileName } = await answer(params.file === 'paper' ? open('paper') : signed())
  return pdfResponse({ pdf: bytes, fileName }, request)
}
