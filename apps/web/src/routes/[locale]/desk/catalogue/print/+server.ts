import type { CatalogueRequest } from '@vitrine/house'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** The catalogue as PDF; what went wrong as JSON. */
export const POST: RequestHandler = async ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const asked = await sent<CatalogueRequest>(request)
  let response: Response | null = null
  const said = await deskAnswer(request, locale, async () => {
    const { pdf, films, fileName } = await site().house.printCatalogue(actor, asked)
    response = new Response(pdf as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': 'application/pdf',
        'x-films': String(films),
        'x-file-name': fileName,
        'cache-control': 'no-store',
      },
    })
  })
  return response ?? said
}
