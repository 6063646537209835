import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes one file as it is; its name travels in the address. Answers with the sheets found in it. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  // A form cannot send this media type, so no other site can drop a sheet in a member's name.
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () => {
    const bytes = new Uint8Array(await request.arrayBuffer())
    const dropped = await site().house.dropSheet(actor, { bytes, fileName: url.searchParams.get('name')?.slice(0, 255) ?? null })
    return { sheets: dropped.map(({ id, reading }) => ({ id, title: reading.title, warnings: reading.warnings.length })) }
  })
}
