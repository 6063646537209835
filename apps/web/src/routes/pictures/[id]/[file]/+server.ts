import { error } from '@sveltejs/kit'
import { answer, site } from '#lib/server/site.ts'
import { PICTURE_FORMATS, PICTURE_WIDTHS } from '#lib/ui/picture.ts'
import type { RequestHandler } from './$types'

/** `/pictures/{id}/{width}.{format}`: a stored picture never changes under its id, so it may be kept for ever. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
  const asked = /^(\d{1,5})\.(avif|webp|jpeg)$/.exec(params.file)
  const width = Number(asked?.[1])
  const format = PICTURE_FORMATS.find((known) => known === asked?.[2])
  if (format === undefined || !(PICTURE_WIDTHS as readonly number[]).includes(width)) error(404, { message: 'not-found' })
  const { house } = site()
  const picture = await answer(house.openPicture(locals.actor, { id: params.id, width, format }))
  const etag = picture.etag.startsWith('"') || picture.etag.startsWith('W/') ? picture.etag : `"${picture.etag}"`
  const headers = {
    etag,
    // What a member sees may be a draft's: it stays in their own browser.
    'cache-control': `${locals.actor.kind === 'visitor' ? 'public' : 'private'}, max-age=31536000, immutable`,
    'content-type': picture.mediaType,
    // A picture is a picture, whatever its bytes claim.
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (
    request.headers
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, { status: 304, headers })
  return new Response(picture.bytes as Uint8Array<ArrayBuffer>, { headers })
}
