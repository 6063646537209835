import { TITLE_STATUSES } from '@vitrine/catalogue'
import { found } from '../../browse/found.ts'
import { ownTitles } from '../../browse/own-titles.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor, BrowseRequest, BrowseResult } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The titles at the desk, in any state; a producer's own. */
export async function listTitles(house: HouseContext, actor: Actor, args: BrowseRequest): Promise<BrowseResult> {
  authorise(actor, 'listTitles')
  return actor.role === 'producer' ? ownTitles(house, args, actor.userId ?? '') : found(house, args, TITLE_STATUSES)
}
