import { localeOf } from '#lib/server/desk.ts'
import { buyer } from '#lib/server/room/actor.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = buyer(locals.actor, url, localeOf(params))
  const { items, nextCursor } = await answer(
    site().house.listPapers(actor, { limit: 50, cursor: url.searchParams.get('cursor') }),
  )
  return { nextCursor, papers: items.map(({ id, kind, reference, state, currency, totalMinor, sentAt, executedAt }) => ({ id, kind, reference, state, currency, totalMinor, sentAt, executedAt })) } // prettier-ignore
}
