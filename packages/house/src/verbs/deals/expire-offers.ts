import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { expirePast } from '../../deals/end-offer.ts'
import { authorise } from '../../policies/authorise.ts'

/** Ends live offers whose last day has passed by the house's clock; the server asks again and again. */
export async function expireOffers(house: HouseContext, actor: Actor): Promise<number> {
  authorise(actor, 'expireOffers')
  return expirePast(house)
}
