import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const SPANS = ['today', 'week', 'ever'] as const

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listTasks')
  const whose = url.searchParams.get('whose') === 'all' ? ('all' as const) : ('mine' as const)
  const span = SPANS.find((one) => one === url.searchParams.get('through')) ?? 'today'
  const { house } = site()
  const through = { today: {}, week: { within: 7 }, ever: { through: null } }[span]
  return { day: await answer(house.listTasks(actor, { whose, ...through })), whose, span, me: actor.userId }
}
