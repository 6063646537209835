import { DEAL_STATES } from '@vitrine/deals/states/machines'
import { ownersOfDeals, sumDealRows } from '@vitrine/store/deals/list-deals'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs } from '../../contract-deals.ts'
import { authorise } from '../../policies/authorise.ts'
import { dealsAsked } from './list-deals.ts'

/** The totals of the board: how many deals in each state, what they come to, currency by currency. */
export async function countDeals(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['countDeals']>[1],
): ReturnType<DealVerbs['countDeals']> {
  authorise(actor, 'countDeals')
  const [rows, owners] = await Promise.all([
    sumDealRows(house.db, house.houseId, dealsAsked(actor, args)),
    ownersOfDeals(house.db, house.houseId),
  ])
  return {
    states: DEAL_STATES.map((state) => {
      const own = rows.filter((row) => row.state === state)
      return {
        state,
        total: own.reduce((sum, { total }) => sum + total, 0),
        sums: own.filter(({ minor }) => minor > 0).map(({ currency, minor }) => ({ currency, minor })),
      }
    }),
    owners,
  }
}
