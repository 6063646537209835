import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Takes a list as it is, and shows what it would become or takes it in. The meaning of its columns stands in the address: `?mapping=company,name`. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  // A form cannot send this media type, so no other site can import in a member's name.
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () => {
    const bytes = new Uint8Array(await request.arrayBuffer())
    const said = url.searchParams.get('mapping')
    const mapping = said === null ? null : said === '' ? [] : said.split(',')
    if (url.searchParams.get('write') !== '1')
      return site().house.previewContacts(actor, { bytes, locale, ...(mapping === null ? {} : { mapping }) })
    const acceptDoubtful = url.searchParams.get('doubtful') === '1'
    return site().house.importContacts(actor, { bytes, locale, mapping: mapping ?? [], acceptDoubtful })
  })
}
