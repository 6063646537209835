import { knownRates } from '@vitrine/store/after/rates'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RatesView } from '../../contract/after.ts'
import { accountsOf } from '../../after/accounts.ts'
import { authorise } from '../../policies/authorise.ts'

/** Which rates of exchange are known, and until when. */
export async function viewRates(house: HouseContext, actor: Actor): Promise<RatesView> {
  authorise(actor, 'viewRates')
  return { currency: (await accountsOf(house, house.db)).currency, known: await knownRates(house.db, house.houseId) }
}
