import { readHead } from '@vitrine/store/audit/read-audit'
import { findProducers } from '@vitrine/store/titles/find-title'
import { scan } from '../../browse/scan.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, BrowseRequest, BrowseResult } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The titles at the desk, in any state; a producer's own. */
export async function listTitles(house: HouseContext, actor: Actor, args: BrowseRequest): Promise<BrowseResult> {
  authorise(actor, 'listTitles')
  const head = await readHead(house.db, house.houseId)
  const mine = actor.role === 'producer' ? actor.userId : null
  return scan(
    house,
    args,
    async (row) => actor.role !== 'producer' || (mine !== null && (await findProducers(house.db, house.houseId, row.id)).includes(mine)),
    head?.changeSeq ?? 0,
  )
}
