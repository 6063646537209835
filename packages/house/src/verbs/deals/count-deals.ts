import { DEAL_STATES, type DealState } from '@vitrine/deals/states/machines'
import { ownersOfDeals, type SoldRow, sumDealRows, sumSoldRows } from '@vitrine/store/deals/list-deals'
import { accountsOf } from '../../after/accounts.ts'
import { type IntoHouseCurrency, intoHouseCurrency } from '../../after/in-house-currency.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { DealVerbs, HouseSum } from '../../contract/deals.ts'
import { authorise } from '../../policies/authorise.ts'
import { dealsAsked } from './list-deals.ts'

/** States whose deals have lines of sale, written with the signature. */
const SIGNED: ReadonlySet<DealState> = new Set(['signed', 'completed', 'terminated'])

/** The totals of the board: how many deals in each state, what they come to currency by currency, and in the house's. */
export async function countDeals(
  house: HouseContext,
  actor: Actor,
  args: Parameters<DealVerbs['countDeals']>[1],
): ReturnType<DealVerbs['countDeals']> {
  authorise(actor, 'countDeals')
  const { db, houseId } = house
  const asked = await dealsAsked(house, actor, args)
  const [rows, sold, owners, { currency }] = await Promise.all([
    sumDealRows(db, houseId, asked),
    sumSoldRows(db, houseId, asked),
    ownersOfDeals(db, houseId),
    accountsOf(house, db),
  ])
  const hoped = rows.filter(({ state, minor }) => minor > 0 && !SIGNED.has(state))
  const into = await intoHouseCurrency(house, hoped.map((each) => each.currency), currency, house.now().toISOString().slice(0, 10)) // prettier-ignore
  const states = DEAL_STATES.map((state) => {
    const own = rows.filter((row) => row.state === state)
    const worth = sold.filter((row) => row.state === state)
    return {
      state,
      total: own.reduce((sum, { total }) => sum + total, 0),
      sums: own.filter(({ minor }) => minor > 0).map(({ currency, minor }) => ({ currency, minor })),
      house: SIGNED.has(state) ? soldSum(worth) : hopedSum(hoped.filter((row) => row.state === state), into), // prettier-ignore
    }
  })
  const days = [...sold.flatMap(({ firstRate, lastRate }) => [firstRate, lastRate]), into.rateDay].filter((day) => day !== null).toSorted() // prettier-ignore
  return { states, currency, rateDays: days.length === 0 ? null : { first: days[0]!, last: days.at(-1)! }, owners }
}

const soldSum = (rows: readonly SoldRow[]): HouseSum => ({
  minor: rows.reduce((sum, { houseMinor }) => sum + houseMinor, 0),
  unconverted: rows.filter(({ unconverted }) => unconverted > 0).map(({ currency, unconverted }) => ({ currency, minor: unconverted })), // prettier-ignore
})

function hopedSum(rows: readonly { currency: string; minor: number }[], into: IntoHouseCurrency): HouseSum {
  const sum: HouseSum = { minor: 0, unconverted: [] }
  for (const { currency, minor } of rows) {
    const converted = into.amount(minor, currency)
    if (converted === null) sum.unconverted.push({ currency, minor })
    else sum.minor += converted
  }
  return sum
}
