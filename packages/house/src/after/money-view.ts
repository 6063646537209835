import { INSTALMENT_STATES } from '@vitrine/deals/states/machines'
import { instalmentsOfDeal } from '@vitrine/store/after/instalments'
import { invoicesOfDeal, paymentsOfInvoices } from '@vitrine/store/after/invoices'
import { amendmentsOfDeal } from '@vitrine/store/after/amendments'
import { saleLinesOf } from '@vitrine/store/after/sales'
import type { Asker } from '@vitrine/store/asker'
import type { DealRow } from '@vitrine/store/deals/deals'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../context.ts'
import type { MoneyOfDeal } from '../contract/after.ts'
import { dealHead } from './reach-deliverable.ts'
import { toReturnOf } from './reach-invoice.ts'

export async function moneyView(house: HouseContext, db: Asker, deal: DealRow): Promise<MoneyOfDeal> {
  const { houseId } = house
  const instalments = await instalmentsOfDeal(db, houseId, deal.id)
  const invoices = await invoicesOfDeal(db, houseId, deal.id)
  const offer = (await offersOfDeal(db, houseId, deal.id)).find(({ state }) => state === 'accepted')
  const amended = (await amendmentsOfDeal(db, houseId, deal.id)).find(({ price }) => price !== null)?.price
  const sumBy = (of: readonly { minor: number }[]) => of.reduce((sum, { minor }) => sum + minor, 0)
  const givenUp = sumBy(instalments.filter(({ state, creditId }) => state === 'cancelled' && creditId !== null))
  const sumOf = (state: string) => sumBy(instalments.filter((each) => each.state === state))
  return {
    deal: dealHead(deal),
    currency: offer?.terms.currency ?? deal.currency,
    price:
      deal.state === 'signed' || deal.state === 'completed'
        ? await soldFor(house, db, deal.id)
        : (amended?.after ?? offer?.totalMinor ?? 0),
    givenUp,
    toReturn: invoices.reduce((sum, row) => sum + toReturnOf(row), 0),
    instalments,
    invoices,
    payments: await paymentsOfInvoices(db, houseId, invoices.map(({ id }) => id)), // prettier-ignore
    sums: Object.fromEntries(INSTALMENT_STATES.map((state) => [state, sumOf(state)])) as MoneyOfDeal['sums'],
    withholding: offer?.terms.withholding ?? 0,
  }
}

/** What the deal's figures count: agreed, amended, less what was given up. */
async function soldFor({ houseId }: HouseContext, db: Asker, dealId: string): Promise<number> {
  return (await saleLinesOf(db, houseId, dealId)).reduce((sum, { minor }) => sum + minor, 0)
}
