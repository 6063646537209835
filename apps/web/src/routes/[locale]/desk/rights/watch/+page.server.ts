import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import { mayEver } from '@vitrine/house/policies/table'
import type { Actions, PageServerLoad } from './$types'

const DAYS = { 3: 92, 6: 183, 12: 366 } as const
const isPeriod = (months: number): months is keyof typeof DAYS => months in DAYS

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'watchRights')
  const wanted = Number(url.searchParams.get('months'))
  const months = isPeriod(wanted) ? wanted : 6
  const items = await answer(site().house.watchRights(actor, { days: DAYS[months], locale }))
  const deals = mayEver(actor, 'watchDeals') ? await answer(site().house.watchDeals(actor, { days: DAYS[months], locale })) : []
  return { months, periods: Object.keys(DAYS).map(Number), items, deals, mayCalendar: mayEver(actor, 'startRightsCalendar') }
}

export const actions: Actions = {
  calendar: async ({ locals, url, params, setHeaders }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'startRightsCalendar')
    const { token } = await answer(site().house.startRightsCalendar(actor))
    setHeaders({ 'cache-control': 'private, no-store' })
    return { calendar: `${site().config.origin}/${locale}/rights-calendar/${token}.ics` }
  },
}
