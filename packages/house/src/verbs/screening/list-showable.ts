import { showableTitles } from '@vitrine/store/screening/screeners'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** Films of which a reel is ready, by their titles: what a screener can be made of. Whether the house may show one is asked when it is made. */
export async function listShowable(
  house: HouseContext,
  actor: Actor,
): Promise<{ titleId: string; title: string; reels: number }[]> {
  authorise(actor, 'listShowable')
  return showableTitles(house.db, house.houseId, 1_000)
}
