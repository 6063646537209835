import { findInterest } from '@vitrine/store/users/interests'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { Interest } from '../../contract/rights.ts'
import { authorise } from '../../policies/authorise.ts'

/** The asker's own territories and media; everywhere and all of them until they say otherwise. */
export async function viewInterest(house: HouseContext, actor: Actor): Promise<Interest> {
  authorise(actor, 'viewInterest')
  const kept = actor.userId === null ? null : await findInterest(house.db, house.houseId, actor.userId)
  return kept ?? { territory: '', media: '' }
}
