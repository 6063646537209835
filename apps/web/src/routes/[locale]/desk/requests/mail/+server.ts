import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes one message as somebody of the house drops it. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  // A form cannot send this media type, so no other site can bring mail in a member's name.
  if (request.headers.get('content-type') !== 'message/rfc822')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () =>
    site().house.takeMail(actor, { bytes: new Uint8Array(await request.arrayBuffer()) }),
  )
}
