import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { requestFilter } from '#lib/server/request-filter.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listRequests')
  const cursor = url.searchParams.get('cursor')
  const owner = url.searchParams.get('owner')
  const filter = requestFilter(url, actor)
  const { state, text } = filter
  const { house, config } = site()
  const [requests, waiting, inbox] = await Promise.all([
    answer(house.listRequests(actor, { ...filter, cursor, reader: locale })),
    answer(house.listRequests(actor, { state: 'waiting', limit: 1, reader: locale })),
    answer(house.viewInbox(actor)),
  ])
  return {
    cursor,
    text,
    inbox,
    mailIsRead: config.mailIsRead,
    requests,
    waiting: waiting.total,
    state: state ?? 'all',
    owner: owner ?? '',
    me: actor.userId,
  }
}
