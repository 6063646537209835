import { error, json } from '@sveltejs/kit'
import { isLocale } from '@vitrine/messages'
import { answer, site } from '#lib/server/site.ts'
import type { RequestHandler } from './$types'

/** Suggestions while somebody types: at most eight, at most two hundred characters asked. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
  if (!isLocale(params.locale)) error(404, { message: 'not-found' })
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const suggestions =
    text.length < 2 ? [] : await answer(site().house.suggest(locals.actor, { text, locale: params.locale, limit: 8 }))
  return json(
    { suggestions },
    { headers: { 'cache-control': locals.actor.kind === 'visitor' ? 'public, max-age=60' : 'private, no-cache' } },
  )
}
