import { localeOf } from '#lib/server/desk.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { roomOffers } from '#lib/server/room/offers.ts'
import { answer } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const locale = localeOf(params)
  return { offers: await answer(roomOffers(buyer(locals.actor, url, locale), locale)) }
}
