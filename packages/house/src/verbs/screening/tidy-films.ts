import { removedMasters } from '@vitrine/store/reels/masters'
import { holdReel, letGoOfReel, makersOfReels, reelsOfNothing } from '@vitrine/store/reels/reels'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { LEASE } from '../../screening/lease.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { tagOf } from '../../screening/worker-tag.ts'

/** Milliseconds for which the files of a reel are removed while it is held: what is left then is found the next time. Well before it is held no more. */
const MOST_REMOVING = (LEASE * 1000) / 2

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
  for (const id of await reelsOfNothing(db, houseId, lying.reels)) {
    // An S3 may be silent for seconds: no transaction waits for it. Who orders the reel again meanwhile has it made once it is let go of.
    if (!(await holdReel(db, houseId, id, LEASE))) continue
    await reels.remove(id, AbortSignal.timeout(MOST_REMOVING)) // where this fails, what is under way still has its time to end
    await letGoOfReel(db, houseId, id)
    removed += 1
  }
  for (const id of await removedMasters(db, houseId, await masters.lying())) {
    await masters.remove(id)
    removed += 1
  }
  return { removed }
}
