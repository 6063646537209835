import { localeOf } from '#lib/server/desk.ts'
import { answerForm, buyer, field } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

/** What their deals bring them: what was sent and waits for their word, what is coming, what is done. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { house } = site()
  const lists = await answer(Promise.all((['sent', 'open', 'done'] as const).map((shelf) => house.listDeliverables(actor, { shelf, limit: 200 })))) // prettier-ignore
  const ids = [...new Set(lists.flatMap(({ items }) => items.map(({ dealId }) => dealId)))].slice(0, 30)
  const deals = await answer(Promise.all(ids.map((dealId) => house.viewDeliverables(actor, { dealId }))))
  const known = new Map(deals.flatMap(({ items }) => items.map((item) => [item.id, item])))
  const [sent, open, done] = lists.map(({ items }) =>
    items.map(({ id, revision, kind, title, detail, state, dueOn, dealNumber }) => {
      const item = known.get(id)
      return { id, revision, kind, title, detail, state, dueOn, reference: `D-${dealNumber}`, lies: item?.lies ?? null, note: item?.note ?? null, files: (item?.files ?? []).map(({ id: file, fileName }) => ({ id: file, fileName })) } // prettier-ignore
    }),
  )
  return { sent: sent!, open: open!, done: done! }
}

export const actions: Actions = {
  answer: async ({ request, locals, params, url }) => {
    const locale = localeOf(params)
    const actor = buyer(locals.actor, url, locale)
    const form = await request.formData()
    const args = { id: field(form, 'id'), revision: Number(field(form, 'revision')), answer: field(form, 'answer') as 'accepted', note: field(form, 'note') || null } // prettier-ignore
    return answerForm(locale, `/${locale}/room/deliverables?done=answered`, form, () => site().house.answerDeliverable(actor, args)) // prettier-ignore
  },
}
