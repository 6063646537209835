import type { DealLine } from '@vitrine/house'
import { DEAL_STATES, type DealState } from '@vitrine/deals/states/machines'
import { dealFilter } from '#lib/server/deal-filter.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const IN_A_COLUMN = 25
interface Column {
  state: DealState
  items: DealLine[]
  nextCursor: string | null
}

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const actor = allowed(staff(locals.actor, url, localeOf(params)), 'listDeals')
  const { house } = site()
  const { state, ...filter } = dealFilter(url.searchParams, actor)
  const list = url.searchParams.get('view') === 'list'
  const asked = { q: url.searchParams.get('q') ?? '', owner: url.searchParams.get('owner') ?? '', state: state ?? '', company: filter.companyId ?? '', title: filter.titleId ?? '' } // prettier-ignore
  const counted = await answer(house.countDeals(actor, filter))
  const now = Date.now()
  if (list) {
    const found = await answer(house.listDeals(actor, { ...filter, ...(state === undefined ? {} : { state }), limit: 100 }))
    return { list, asked, counted, found, columns: null, now }
  }
  const columns = await Promise.all(
    DEAL_STATES.map(async (one: DealState): Promise<Column> => ({
      state: one,
      ...(counted.states.find((each) => each.state === one)!.total === 0
        ? { items: [], nextCursor: null }
        : await answer(house.listDeals(actor, { ...filter, state: one, limit: IN_A_COLUMN }))),
    })),
  )
  return { list, asked, counted, found: null, columns, now }
}
