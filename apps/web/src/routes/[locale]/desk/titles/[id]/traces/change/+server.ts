import { error } from '@sveltejs/kit'
import { deskAnswer, localeOf, sent, staff } from '#lib/server/desk.ts'
import { site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** A trace is broken off, or deleted once it is over. */
export const POST: RequestHandler = ({ request, url, locals, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return deskAnswer(request, locale, async () => {
    const { verb, id } = await sent<{ verb?: string; id?: unknown }>(request)
    if (verb !== 'cancelTrace' && verb !== 'deleteTrace') error(422, { message: 'invalid-input', code: 'invalid-input' })
    return site().house[verb](actor, { id: String(id ?? '') })
  })
}
