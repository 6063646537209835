/** What the address of the deals' rooms asks for. */
import type { Actor, DealFilter } from '@vitrine/house'
import { DEAL_STATES } from '@vitrine/deals/states/machines'

export function dealFilter(query: URLSearchParams, actor: Actor): DealFilter {
  const [q, owner, state, company, title] = ['q', 'owner', 'state', 'company', 'title'].map((name) => query.get(name) ?? '')
  const known = DEAL_STATES.find((one) => one === state)
  return {
    ...(q === '' ? {} : { text: q!.slice(0, 1_000) }),
    ...(owner === '' ? {} : owner === 'mine' ? (actor.userId === null ? {} : { ownerId: actor.userId }) : { ownerId: owner! }),
    ...(known === undefined ? {} : { state: known }),
    ...(company === '' ? {} : { companyId: company! }),
    ...(title === '' ? {} : { titleId: title! }),
  }
}
