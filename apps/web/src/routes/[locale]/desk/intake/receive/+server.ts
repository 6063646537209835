import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes a file as it is; its name stands in the address. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  // A form cannot send this media type, so no other site can hand a file in in a member's name.
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () =>
    site().house.receiveFile(actor, {
      bytes: new Uint8Array(await request.arrayBuffer()),
      fileName: url.searchParams.get('name') ?? '',
    }),
  )
}
