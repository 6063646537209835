import { deskPlaces } from '#lib/desk/places.ts'
import { localeOf, staff } from '#lib/server/desk.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  return { role: actor.role, who: actor.name, places: deskPlaces(locale, actor) }
}
