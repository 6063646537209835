import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { worldOf } from '#lib/rights/world.ts'
import { json } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The map and what its shapes are called. It changes with the program only. */
export const GET: RequestHandler = ({ locals, url, params }) => {
  const locale = localeOf(params)
  allowed(staff(locals.actor, url, locale), 'viewAvailability')
  return json(worldOf(locale), { headers: { 'cache-control': 'private, max-age=86400' } })
}
