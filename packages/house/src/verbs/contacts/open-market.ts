import { findMarket } from '@vitrine/store/contacts/markets'
import { meetingsOfMarket } from '@vitrine/store/contacts/meetings'
import { marketView, meetingViews, staffOf } from '../../contacts/meeting-views.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MarketRecord } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'

/** A market with all of its meetings, by day and time, and what clashes. */
export async function openMarket(house: HouseContext, actor: Actor, args: { id: string }): Promise<MarketRecord> {
  authorise(actor, 'openMarket')
  const market = await findMarket(house.db, house.houseId, args.id)
  if (market === null) throw new HouseError('not-found', { subject: 'Market' })
  const [rows, staff] = await Promise.all([meetingsOfMarket(house.db, house.houseId, market.id), staffOf(house, house.db)])
  return {
    market: marketView(market),
    meetings: await meetingViews(house, house.db, rows),
    members: staff.filter(({ disabled }) => !disabled).map(({ id, name }) => ({ id, name })),
  }
}
