import { fail } from '@sveltejs/kit'
import { producerRoom } from '@vitrine/messages/producer-room'
import { localeOf } from '#lib/server/desk.ts'
import { answerForm, field, producer } from '#lib/server/room/actor.ts'
import { sheetRows } from '#lib/server/room/sheet-rows.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

/** The sheet as it stands, to be read, and what its producer would have read otherwise. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const locale = localeOf(params)
  const actor = producer(locals.actor, url, locale)
  const { house } = site()
  const { id } = params
  const [{ sheet }, { corrections, card }] = await answer(Promise.all([house.openTitle(actor, { id }), house.viewOwnFilm(actor, { id, locale })])) // prettier-ignore
  return { id, title: card.title, rows: sheetRows(sheet, locale), corrections }
}

export const actions: Actions = {
  propose: async ({ request, locals, params, url }) => {
    const locale = localeOf(params)
    const actor = producer(locals.actor, url, locale)
    const w = producerRoom[locale]
    const form = await request.formData()
    const text = field(form, 'text')
    const which = field(form, 'which').slice(0, 100)
    if (text === '') return fail(422, { problem: w.textMissing, typed: { which } as Record<string, string> })
    const { id } = params
    return answerForm(locale, `/${locale}/room/films/${id}/sheet?done=proposed#yours`, form, () => site().house.proposeCorrection(actor, { id, text: which === '' ? text : `${which}: ${text}` })) // prettier-ignore
  },
}
