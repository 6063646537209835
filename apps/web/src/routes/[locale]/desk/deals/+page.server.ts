import type { Actor, DealFilter, DealLine } from '@vitrine/house'
import { DEAL_STATES, type DealState } from '@vitrine/deals/states/machines'
import { askedDeals, type AskedDeals, dealFilter } from '#lib/server/deal-filter.ts'
import { allowed, localeOf, staff, whileTyped } from '#lib/server/desk.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Locale } from '@vitrine/messages'
import type { PageServerLoad } from './$types'

const IN_A_COLUMN = 25
interface Column {
  state: DealState
  items: DealLine[]
  nextCursor: string | null
}

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listDeals')
  const { house } = site()
  const list = url.searchParams.get('view') === 'list'
  const { state, ...asked } = dealFilter(url.searchParams, actor)
  const { filter, counted, faults } = await countedAsRead(locale, actor, asked)
  const shown = { list, asked: askedDeals(url.searchParams), counted, faults, now: Date.now() }
  if (list) {
    const cursor = url.searchParams.get('cursor')
    const found = await answer(
      house.listDeals(actor, { ...filter, ...(state === undefined ? {} : { state }), cursor, limit: 100 }),
    )
    return { ...shown, found, columns: null, later: cursor !== null, named: namesIn(shown.asked, found.items) }
  }
  const columns = await Promise.all(
    DEAL_STATES.map(async (one: DealState): Promise<Column> => ({
      state: one,
      ...(counted.states.find((each) => each.state === one)!.total === 0
        ? { items: [], nextCursor: null }
        : await answer(house.listDeals(actor, { ...filter, state: one, limit: IN_A_COLUMN }))),
    })),
  )
  return { ...shown, found: null, columns, later: false, named: namesIn(shown.asked, columns.flatMap(({ items }) => items)) } // prettier-ignore
}

/** The totals; what of the filter cannot be read is left out of it, and said beside its field. */
async function countedAsRead(locale: Locale, actor: Actor, asked: DealFilter) {
  const { house } = site()
  const filter = { ...asked }
  const faults: Partial<Record<'film' | 'territory' | 'from' | 'to', string>> = {}
  for (const name of ['territory', 'from', 'to', 'film'] as const) {
    const counted = await answer(whileTyped(locale, () => house.countDeals(actor, filter)))
    if (!('issues' in counted)) return { filter, counted, faults }
    const issue = counted.issues.find(({ path }) => path in filter)
    const at = (['territory', 'from', 'to', 'film'] as const).find((one) => one === issue?.path) ?? name
    faults[at] = issue?.message ?? ''
    delete filter[at]
  }
  return { filter, counted: await answer(house.countDeals(actor, filter)), faults }
}

/** What the company and the film are called that were asked for by id; null: no deal that is shown says it. */
const namesIn = ({ company, title }: AskedDeals, deals: readonly DealLine[]) => ({
  company: deals.find(({ companyId }) => companyId === company)?.company ?? null,
  title: deals.flatMap(({ titles }) => titles).find(({ id }) => id === title)?.title ?? null,
})
