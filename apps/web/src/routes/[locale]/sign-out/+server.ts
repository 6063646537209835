import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Ends the session and leads to the first page. Only by POST: a picture on another site must not sign anybody out. */
export const POST: RequestHandler = async ({ request, params }) => {
  const headers = new Headers({ location: `/${params.locale === 'fr' ? 'fr' : 'en'}`, 'cache-control': 'no-store' })
  for (const cookie of await site().signOut(request.headers)) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
