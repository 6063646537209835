import { error } from '@sveltejs/kit'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, locals }) => {
  const { format, token } = params
  if (format !== 'csv' && format !== 'xlsx') error(404, { message: 'not-found' })
  const { fileName, mediaType, bytes } = await answer(site().house.exportSentList(locals.actor, { token, format }))
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}
