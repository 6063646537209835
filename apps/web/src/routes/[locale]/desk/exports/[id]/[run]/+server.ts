import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The file that was made. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openExportRun')
  return attachment(await answer(site().house.openExportRun(actor, { id: params.run })))
}

/** Of the head alone nothing is read. */
export const HEAD: RequestHandler = async (event) => {
  const { headers, body } = (await GET(event)) as Response
  await body?.cancel()
  return new Response(null, { headers })
}
