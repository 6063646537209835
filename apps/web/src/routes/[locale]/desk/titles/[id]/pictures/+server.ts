import { error } from '@sveltejs/kit'
import { PICTURE_KINDS } from '@vitrine/catalogue'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes one picture as it is; what is said of it travels in the address. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () => {
    const asked = url.searchParams
    const caption = (asked.get('caption') ?? '').trim().slice(0, 500)
    return site().house.addPicture(actor, {
      id: params.id,
      baseRevision: Number(asked.get('revision')),
      bytes: new Uint8Array(await request.arrayBuffer()),
      kind: PICTURE_KINDS.find((kind) => kind === asked.get('kind')) ?? 'still',
      caption: caption === '' ? {} : { [locale]: caption },
      credit: asked.get('credit')?.trim().slice(0, 200) || null,
    })
  })
}
