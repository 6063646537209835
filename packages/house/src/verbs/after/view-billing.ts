import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { AfterVerbs, Billing } from '../../contract/after.ts'
import { billingOf } from '../../after/compose-invoice.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

/** To whom a company's invoices are made out. */
export async function viewBilling(
  house: HouseContext,
  actor: Actor,
  args: Parameters<AfterVerbs['viewBilling']>[1],
): Promise<{ billing: Billing; known: boolean }> {
  authorise(actor, 'viewBilling')
  return billingOf(house, house.db, parse(Id, args.companyId))
}
