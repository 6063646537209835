import { localeOf } from '#lib/server/desk.ts'
import { answerForm, buyer, field } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  return { seats: (await answer(site().house.listSeats(actor, {}))).seats }
}

export const actions: Actions = {
  seat: async ({ request, locals, params, url }) => {
    const locale = localeOf(params)
    const actor = buyer(locals.actor, url, locale)
    const form = await request.formData()
    const seat = { name: field(form, 'name'), email: field(form, 'email'), locale: field(form, 'locale') === 'fr' ? ('fr' as const) : ('en' as const) } // prettier-ignore
    return answerForm(locale, `/${locale}/room/people?done=seated`, form, () => site().house.seatBuyer(actor, { seat }))
  },
  unseat: async ({ request, locals, params, url }) => {
    const locale = localeOf(params)
    const actor = buyer(locals.actor, url, locale)
    const form = await request.formData()
    return answerForm(locale, `/${locale}/room/people?done=unseated`, form, () => site().house.unseatBuyer(actor, { userId: field(form, 'id') })) // prettier-ignore
  },
}
