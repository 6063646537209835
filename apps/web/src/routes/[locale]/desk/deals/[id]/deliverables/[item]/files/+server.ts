import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes one file as it is; its name travels in the address. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () =>
    site().house.addDeliverableFile(actor, {
      id: params.item,
      fileName: (url.searchParams.get('name') ?? '').slice(0, 200),
      bytes: new Uint8Array(await request.arrayBuffer()),
    }),
  )
}
