import { error } from '@sveltejs/kit'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { pdfResponse } from '#lib/server/pdf.ts'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** `paper.pdf` as it stands, `v2.pdf` a version, `evidence.pdf` the signed file, `upload.pdf` what was taken in (a download), `changes.pdf`. */
export const GET: RequestHandler = async ({ params, locals, request, url }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openPaperFile')
  const { house } = site()
  const id = params.paper
  const version = /^v(\d{1,4})$/.exec(params.file)?.[1]
  const file = params.file === 'paper' || version !== undefined ? 'paper' : params.file
  if (file === 'changes') {
    const { bytes, fileName } = await answer(house.printRedline(actor, { id }))
    return pdfResponse({ pdf: bytes, fileName }, request)
  }
  if (file !== 'paper' && file !== 'evidence' && file !== 'upload') error(404, { message: 'not-found', code: 'not-found' })
  const taken = await answer(house.openPaperFile(actor, { id, file, ...(version === undefined ? {} : { version: Number(version) }) }))
  const response = pdfResponse({ pdf: taken.bytes, fileName: taken.fileName }, request)
  // what came from outside is never shown within the site
  if (file === 'upload') response.headers.set('content-disposition', response.headers.get('content-disposition')!.replace('inline', 'attachment'))
  return response
} // prettier-ignore
