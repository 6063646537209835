import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { worldMap } from '#lib/server/rights/world.ts'
import { mapIdOf } from '@vitrine/rights/territories/map'
import { LEAVES } from '@vitrine/rights/territories/leaves'
import { territoryName } from '@vitrine/rights/territories/names'
import { json } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The map and what its shapes are called. It changes with the program only. */
export const GET: RequestHandler = ({ locals, url, params }) => {
  const locale = localeOf(params)
  allowed(staff(locals.actor, url, locale), 'viewAvailability')
  const leaves = LEAVES.map((leaf) => ({ leaf, map: mapIdOf(leaf), name: territoryName(leaf, locale) }))
  return json({ ...worldMap(), leaves }, { headers: { 'cache-control': 'private, max-age=86400' } })
}
