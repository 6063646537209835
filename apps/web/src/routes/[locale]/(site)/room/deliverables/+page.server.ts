import { localeOf } from '#lib/server/desk.ts'
import { answerForm, buyer, field } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

const SHELVES = ['sent', 'open', 'done'] as const
/** Of each shelf, where all three are shown; of one, on its own pages. */
const FIRST = 20
const PAGE = 50

/** What their deals bring them: what was sent and waits for their word, what is coming, what is done; or one of these, page by page. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { house } = site()
  const only = SHELVES.find((shelf) => shelf === url.searchParams.get('shelf')) ?? null
  const cursor = url.searchParams.get('cursor')
  const shown = only === null ? SHELVES : [only]
  const pages = await answer(Promise.all(shown.map((shelf) => house.listDeliverables(actor, only === null ? { shelf, limit: FIRST } : { shelf, limit: PAGE, cursor })))) // prettier-ignore
  const ids = [...new Set(pages.flatMap(({ items }) => items.map(({ dealId }) => dealId)))]
  const deals = await answer(Promise.all(ids.map((dealId) => house.viewDeliverables(actor, { dealId }))))
  const known = new Map(deals.flatMap(({ items }) => items.map((item) => [item.id, item])))
  const shelves = pages.map(({ items, nextCursor }, at) => ({
    key: shown[at]!,
    nextCursor,
    items: items.map(({ id, revision, kind, title, detail, state, dueOn, dealNumber }) => {
      const item = known.get(id)
      return { id, revision, kind, title, detail, state, dueOn, reference: `D-${dealNumber}`, lies: item?.lies ?? null, note: item?.note ?? null, files: (item?.files ?? []).map(({ id: file, fileName }) => ({ id: file, fileName })) } // prettier-ignore
    }),
  }))
  return { only, cursor, shelves: shelves.filter(({ items }) => items.length > 0) }
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
