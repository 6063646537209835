/** The copy of a reel that a viewing gets: a or b of each segment, from the keys of both. */
import type { Reel, Variant } from '@vitrine/screening'
import { biasOf, symbolFor } from '@vitrine/screening/mark/code'
import type { HouseContext } from '../context.ts'
import { openKey } from './sealed-key.ts'

/** The biases of reels that are watched: half of what drawing a code costs, and the same for all who watch. */
const biases = new WeakMap<HouseContext, Map<string, number[]>>()

/**
 * Which variant of each segment is a viewing’s.
 *
 * @throws when a key does not open
 */
export function variantsOf(house: HouseContext, id: string, reelId: string, reel: Reel, sealedReel: string, sealedViewing: string): Variant[] {
  if (reel.variants.length === 1) return reel.lengths.map(() => 'a')
  const [reelKey, viewingKey] = [openKey(house.sealing, `reel ${reelId}`, sealedReel), openKey(house.sealing, `viewing ${id}`, sealedViewing)]
  // To send everybody the same copy would be quieter, and worse: a leak of it would name nobody.
  if (reelKey === null || viewingKey === null) throw new Error(`the keys of viewing ${id} were sealed under another secret`)
  let known = biases.get(house)
  if (known === undefined) biases.set(house, (known = new Map()))
  const ofReel = known.get(reelId) ?? reel.lengths.map((_, index) => biasOf(reelKey, index))
  known.set(reelId, ofReel)
  while (known.size > 100) known.delete(known.keys().next().value!)
  return ofReel.map((bias, index) => (symbolFor(bias, viewingKey, index) === 1 ? 'b' : 'a'))
} // prettier-ignore
