import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { attachment } from '#lib/server/rights/attachment.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The file that was made. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'openExportRun')
  return attachment(await answer(site().house.openExportRun(actor, { id: params.run })))
}
