import { removedMasters } from '@vitrine/store/reels/masters'
import { lockReel, makersOfReels, reelsOfNothing } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { tagOf } from '../../screening/worker-tag.ts'

/**
 * Removes files that nobody misses: what a worker had begun that is gone, reels that were taken in and whose row never said so, masters
 * whose removal broke off. What no row of this house speaks of is left alone: it may be of a later copy of the database.
 */
export async function tidyFilms(house: HouseContext, actor: Actor): Promise<{ removed: number }> {
  authorise(actor, 'tidyFilms')
  const { db, houseId } = house
  const { reels, masters } = filmsOf(house)
  let removed = 0
  // What lies there is looked at first: whoever begins meanwhile is not among it.
  const lying = await reels.lying()
  const makers = await makersOfReels(db, houseId, lying.making.map(({ reelId }) => reelId)) // prettier-ignore
  for (const { reelId, by } of lying.making) {
    const maker = makers.get(reelId)
    if (maker === undefined || (maker !== null && tagOf(maker) === by)) continue
    await reels.drop(reelId, by)
    removed += 1
  }
  for (const id of await reelsOfNothing(db, houseId, lying.reels))
    await db.transaction().execute(async (trx) => {
      const row = await lockReel(trx, houseId, id) // nobody orders it again meanwhile
      if (row === null || !['failed', 'cancelled'].includes(row.state)) return
      await reels.remove(id)
      removed += 1
    })
  for (const id of await removedMasters(db, houseId, await masters.lying())) {
    await masters.remove(id)
    removed += 1
  }
  return { removed }
}
