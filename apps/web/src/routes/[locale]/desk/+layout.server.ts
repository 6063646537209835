import { localeOf, staff } from '#lib/server/desk.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url, params }) => {
  const actor = staff(locals.actor, url, localeOf(params))
  return { role: actor.role, who: actor.name }
}
