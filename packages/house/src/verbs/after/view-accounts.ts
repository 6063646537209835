import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AccountsSettings } from '../../contract/after.ts'
import { accountsOf } from '../../after/accounts.ts'
import { authorise } from '../../policies/authorise.ts'

/** Who issues the house's invoices, where they are paid, the currency of its figures. */
export async function viewAccounts(house: HouseContext, actor: Actor): Promise<AccountsSettings> {
  authorise(actor, 'viewAccounts')
  return accountsOf(house, house.db)
}
