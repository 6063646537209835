import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes subtitles as they are; of which cut and in which language travels in the address. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () => {
    const asked = url.searchParams
    return site().house.addSubtitles(actor, {
      titleId: params.id,
      cut: asked.get('cut') || null,
      episode: asked.get('episode') ? Number(asked.get('episode')) : null,
      language: asked.get('language') ?? '',
      sdh: asked.get('sdh') === 'true',
      fileName: asked.get('name') ?? '',
      bytes: new Uint8Array(await request.arrayBuffer()),
    })
  })
}
