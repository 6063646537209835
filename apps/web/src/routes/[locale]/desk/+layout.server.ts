import type { Actor } from '@vitrine/house'
import { mayEver } from '@vitrine/house/policies/table'
import type { Locale } from '@vitrine/messages'
import { deskMoves, deskPlaces } from '#lib/desk/places.ts'
import { localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = staff(locals.actor, url, locale)
  const waiting = await requestsOfNobody(actor, locale)
  const places = deskPlaces(locale, actor).map((place) =>
    place.word === 'requests' && waiting > 0 ? { ...place, waiting } : place,
  )
  return { role: actor.role, who: actor.name, places, moves: deskMoves(locale, actor) }
}

/** New requests that nobody sees to: one count along the index of what is open, on every page of the desk. */
async function requestsOfNobody(actor: Actor, reader: Locale): Promise<number> {
  if (!mayEver(actor, 'listRequests')) return 0
  return (await answer(site().house.listRequests(actor, { state: 'new', ownerId: 'none', limit: 0, reader }))).total
}
