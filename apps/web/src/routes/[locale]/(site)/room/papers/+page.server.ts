import { redirect } from '@sveltejs/kit'
import { localeOf } from '#lib/server/desk.ts'
import { answerForm, buyer, field } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { items, nextCursor } = await answer(
    site().house.listPapers(actor, { limit: 50, cursor: url.searchParams.get('cursor') }),
  )
  return { nextCursor, papers: items.map(({ id, kind, reference, state, mine, currency, totalMinor, sentAt, executedAt }) => ({ id, kind, reference, state, mine, currency, totalMinor, sentAt, executedAt })) } // prettier-ignore
}

export const actions: Actions = {
  /** Leads whoever is to sign to the page where they do, by an address made for them now. */
  sign: async ({ request, locals, params, url }) => {
    const locale = localeOf(params)
    const actor = buyer(locals.actor, url, locale)
    const form = await request.formData()
    return answerForm(locale, '', form, async () => {
      const { url: page } = await site().house.openOwnSigning(actor, { id: field(form, 'id') })
      redirect(303, new URL(page).pathname)
    })
  },
}
