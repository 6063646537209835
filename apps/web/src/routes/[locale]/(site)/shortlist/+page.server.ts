import { fail, redirect } from '@sveltejs/kit'
import { askHouse } from '#lib/server/ask-house.ts'
import { answer, houseError, site } from '#lib/server/site.ts'
import { dropShortlist, ownShortlist } from '#lib/server/shortlist.ts'
import type { Actions, PageServerLoad } from './$types'

/** The visitor's own list, if this browser started one. */
export const load: PageServerLoad = async ({ locals, cookies, parent, url }) => {
  const { locale } = await parent()
  const own = ownShortlist(cookies)
  const removed = url.searchParams.get('removed')
  const extra = {
    removed: removed === null ? null : { id: removed, title: (url.searchParams.get('title') ?? '').slice(0, 200) },
    saved: url.searchParams.has('saved'),
    sent: url.searchParams.has('sent'),
  }
  if (own === null) return { list: null, ...extra }
  try {
    return { list: await site().house.viewShortlist(locals.actor, { ...own, locale }), ...extra }
  } catch (thrown) {
    if (houseError(thrown)?.code !== 'not-found') throw thrown
    dropShortlist(cookies, url.protocol === 'https:')
    return { list: null, ...extra }
  }
}

export const actions: Actions = {
  ask: async (event) => {
    const { locale, actor } = event.locals
    const own = ownShortlist(event.cookies)
    if (own === null) redirect(303, `/${locale}/shortlist`)
    const { cards } = await answer(site().house.viewShortlist(actor, { token: own.token, locale }))
    return askHouse(event, cards.slice(0, 100).map(({ id }) => id), `/${locale}/shortlist?sent#ask`) // prettier-ignore
  },
  save: async ({ request, cookies, locals, params }) => {
    const own = ownShortlist(cookies)
    if (own === null) redirect(303, `/${params.locale}/shortlist`)
    const form = await request.formData()
    const [name, note] = [
      String(form.get('name') ?? '')
        .trim()
        .slice(0, 200),
      String(form.get('note') ?? '')
        .trim()
        .slice(0, 4000),
    ]
    try {
      await site().house.changeShortlist(locals.actor, { ...own, name: name || null, note: note || null })
    } catch (thrown) {
      const refusal = houseError(thrown)
      if (refusal === null) throw thrown
      return fail(refusal.status, { name, note, code: refusal.code })
    }
    redirect(303, `/${params.locale}/shortlist?saved`)
  },
}
