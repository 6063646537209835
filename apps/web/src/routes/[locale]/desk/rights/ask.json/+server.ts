import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { askedBy } from '#lib/server/rights/ask.ts'
import { json } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The answer while somebody types. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'askAvailabilities')
  return json(await askedBy(actor, url, locale), { headers: { 'cache-control': 'no-store' } })
}
