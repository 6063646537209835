import { REQUEST_STATES, type RequestState } from '@vitrine/deals/states/machines'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listRequests')
  const cursor = url.searchParams.get('cursor')
  const asked = url.searchParams.get('state')
  const state: RequestState | 'waiting' | undefined =
    asked === 'all' ? undefined : (REQUEST_STATES.find((one) => one === asked) ?? 'waiting')
  const owner = url.searchParams.get('owner')
  const filter = { ...(state === undefined ? {} : { state }), ...(owner === 'mine' && actor.userId !== null ? { ownerId: actor.userId } : owner === 'none' ? { ownerId: 'none' } : {}) } // prettier-ignore
  const text = (url.searchParams.get('q') ?? '').slice(0, 200)
  const { house, config } = site()
  const [requests, waiting, inbox] = await Promise.all([
    answer(house.listRequests(actor, { ...filter, text, cursor, reader: locale })),
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
