import { error } from '@sveltejs/kit'
import { localeOf } from '#lib/server/desk.ts'
import { pdfResponse } from '#lib/server/pdf.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { takenAway } from '#lib/server/room/taken-away.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** An invoice of one's company, as paper or for a program. */
export const GET: RequestHandler = async ({ locals, params: { id, format, ...params }, url, request }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { house } = site()
  if (format === 'pdf') return pdfResponse(await answer(house.printInvoice(actor, { id })), request)
  if (format === 'xml') return takenAway(await answer(house.openInvoiceXml(actor, { id })))
  error(404, { message: 'not-found', code: 'not-found' })
}
