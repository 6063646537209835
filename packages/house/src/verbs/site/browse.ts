import { readHead } from '@vitrine/store/audit/read-audit'
import { scan } from '../../browse/scan.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, BrowseRequest, BrowseResult } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The public catalogue: found by words and facets, with counts, page by page. */
export async function browse(house: HouseContext, actor: Actor, args: BrowseRequest): Promise<BrowseResult> {
  authorise(actor, 'browse')
  const head = await readHead(house.db, house.houseId)
  const { status: _status, ...facets } = args.facets ?? {}
  return scan(house, { ...args, facets }, (row) => row.status === 'published', head?.changeSeq ?? 0)
}
