import type { RightsColumn } from '@vitrine/house'
import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

const LONGEST_SAYING = 200_000

/**
 * Takes a spreadsheet as it is, and shows what it would become or writes it. What was said of it (the meaning of its columns,
 * which films are meant) comes before it in the body, with its length in a header.
 */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  // A form cannot send this media type, so no other site can import in a member's name.
  if (request.headers.get('content-type') !== 'application/octet-stream')
    error(415, { message: 'unsupported-file', code: 'unsupported-file' })
  return deskAnswer(request, locale, async () => {
    const body = new Uint8Array(await request.arrayBuffer())
    const length = Number(request.headers.get('x-said-bytes') ?? 0)
    if (!Number.isInteger(length) || length < 0 || length > Math.min(LONGEST_SAYING, body.byteLength))
      error(400, { message: 'invalid-input', code: 'invalid-input' })
    const said = saidOf(body.subarray(0, length))
    const args = {
      fileName: (url.searchParams.get('name') ?? '').slice(0, 200),
      bytes: body.subarray(length),
      titles: said.titles ?? {},
      locale,
    }
    if (url.searchParams.get('write') !== '1')
      return site().house.previewRightsImport(actor, {
        ...args,
        ...(said.mapping === undefined ? {} : { mapping: said.mapping }),
      })
    return site().house.importRights(actor, {
      ...args,
      mapping: said.mapping ?? [],
      acceptWarnings: said.acceptWarnings === true,
    })
  })
}

interface Saying {
  mapping?: RightsColumn[]
  titles?: Record<string, string>
  acceptWarnings?: boolean
}
function saidOf(bytes: Uint8Array): Saying {
  if (bytes.byteLength === 0) return {}
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (said !== null && typeof said === 'object') return said
  } catch {
    // said below
  }
  error(400, { message: 'invalid-input', code: 'invalid-input' })
}
