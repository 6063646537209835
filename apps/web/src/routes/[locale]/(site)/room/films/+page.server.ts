import { localeOf } from '#lib/server/desk.ts'
import { producer } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

/** A producer's own films. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const locale = localeOf(params)
  const actor = producer(locals.actor, url, locale)
  return { films: await answer(site().house.listOwnFilms(actor, { locale })) }
}
