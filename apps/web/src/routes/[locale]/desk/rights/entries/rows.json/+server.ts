import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { listedEntries } from '#lib/server/rights/listed-entries.ts'
import { json } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The book while somebody types. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listEntries')
  return json(await listedEntries(actor, url, locale), { headers: { 'cache-control': 'no-store' } })
}
