import { error } from '@sveltejs/kit'
import { allowed, deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'storeLogo')
  // A form cannot send this media type, so no other site can change the house's face.
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () =>
    site().house.storeLogo(actor, { bytes: new Uint8Array(await request.arrayBuffer()) }),
  )
}
