import { findMarketEver, putMarket } from '@vitrine/store/contacts/markets'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes a market and its meetings out of the lists, or brings them back. */
export async function removeMarket(house: HouseContext, actor: Actor, args: { id: string; removed: boolean }): Promise<void> {
  authorise(actor, 'removeMarket')
  await write(house, actor, async (writing) => {
    const market = await findMarketEver(writing.trx, house.houseId, args.id)
    if (market === null) throw new HouseError('not-found', { subject: 'Market' })
    await putMarket(writing.trx, house.houseId, { ...market, removedAt: args.removed ? writing.at : null }, writing.at)
    writing.audit({ verb: 'removeMarket', subject: 'Market', subjectId: market.id, detail: { removed: args.removed } })
  })
}
