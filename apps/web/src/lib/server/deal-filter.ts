/** What the address of the deals' rooms asks for. */
import type { Actor, DealFilter } from '@vitrine/house'
import { DEAL_STATES } from '@vitrine/deals/states/machines'

/** What may be chosen, in the order of the form; each is a name in the address. */
export const ASKED = ['q', 'owner', 'state', 'company', 'title', 'film', 'territory', 'from', 'to'] as const
export type AskedDeals = Record<(typeof ASKED)[number], string>

/** As it stands in the address: what is not asked is empty. */
export const askedDeals = (query: URLSearchParams): AskedDeals =>
  Object.fromEntries(ASKED.map((name) => [name, (query.get(name) ?? '').trim()])) as AskedDeals

export function dealFilter(query: URLSearchParams, actor: Actor): DealFilter {
  const { q, owner, state, company, title, film, territory, from, to } = askedDeals(query)
  const known = DEAL_STATES.find((one) => one === state)
  const said = { companyId: company, titleId: title, film: film.slice(0, 200), territory, from, to }
  return {
    ...(q === '' ? {} : { text: q.slice(0, 1_000) }),
    ...(owner === '' ? {} : owner === 'mine' ? (actor.userId === null ? {} : { ownerId: actor.userId }) : { ownerId: owner }),
    ...(known === undefined ? {} : { state: known }),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
  }
}
