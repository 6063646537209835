import { INSTALMENT_STATES } from '@vitrine/deals/states/machines'
import { instalmentsOfDeal } from '@vitrine/store/after/instalments'
import { invoicesOfDeal, paymentsOfInvoices } from '@vitrine/store/after/invoices'
import { amendmentsOfDeal } from '@vitrine/store/after/amendments'
import type { Asker } from '@vitrine/store/asker'
import type { DealRow } from '@vitrine/store/deals/deals'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import type { HouseContext } from '../context.ts'
import type { MoneyOfDeal } from '../contract-after.ts'
import { dealHead } from './reach-deliverable.ts'

export async function moneyView(house: HouseContext, db: Asker, deal: DealRow): Promise<MoneyOfDeal> {
  const { houseId } = house
  const instalments = await instalmentsOfDeal(db, houseId, deal.id)
  const invoices = await invoicesOfDeal(db, houseId, deal.id)
  const offer = (await offersOfDeal(db, houseId, deal.id)).find(({ state }) => state === 'accepted')
  const amended = (await amendmentsOfDeal(db, houseId, deal.id)).find(({ price }) => price !== null)?.price
  const sumOf = (state: string) => instalments.filter((each) => each.state === state).reduce((sum, { minor }) => sum + minor, 0)
  return {
    deal: dealHead(deal),
    currency: offer?.terms.currency ?? deal.currency,
    price: amended?.after ?? offer?.totalMinor ?? 0,
    instalments,
    invoices,
    payments: await paymentsOfInvoices(db, houseId, invoices.map(({ id }) => id)), // prettier-ignore
    sums: Object.fromEntries(INSTALMENT_STATES.map((state) => [state, sumOf(state)])) as MoneyOfDeal['sums'],
    withholding: offer?.terms.withholding ?? 0,
  }
}
