import { listMarketRows } from '@vitrine/store/contacts/markets'
import { marketView } from '../../contacts/meeting-views.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs } from '../../contract-contacts.ts'
import { authorise } from '../../policies/authorise.ts'

const MOST = 500

/** Markets and festivals that the house goes to, the last first. */
export async function listMarkets(house: HouseContext, actor: Actor): ReturnType<ContactVerbs['listMarkets']> {
  authorise(actor, 'listMarkets')
  const rows = await listMarketRows(house.db, house.houseId, MOST)
  return rows.map((row) => ({ ...marketView(row), meetings: row.meetings }))
}
