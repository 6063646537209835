import type { Reel, Variant } from '@vitrine/screening'
import { biasOf, symbolFor } from '@vitrine/screening/mark/code'
import { findViewingToServe, viewingsOver } from '@vitrine/store/screening/viewings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs, ServedViewing, ViewingOver } from '../../contract-screeners.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { openKey } from '../../screening/sealed-key.ts'
import { suitingTracks } from '../../screening/suiting-reel.ts'

/** What the server needs to send a viewing its files: the reel, and which variant of each segment is this viewing's. Its keys stay here. */
export async function takeViewing(house: HouseContext, actor: Actor, args: { id: string }): Promise<ServedViewing> {
  authorise(actor, 'takeViewing')
  const row = await findViewingToServe(house.db, house.houseId, args.id)
  if (row === null || row.reelState !== 'ready') throw new HouseError('not-found', { subject: 'Viewing' })
  const reel = row.reel as Reel
  return {
    id: row.id,
    screenerId: row.screenerId,
    reelId: row.reelId,
    reel,
    variants: variantsOf(house, row.id, row.reelId, reel, row.reelKey, row.viewingKey),
    chosen: suitingTracks(reel, row.locale),
    heardAt: row.heardAt,
  }
}

/** The biases of reels that are watched: half of what drawing a code costs, and the same for all who watch. */
const biases = new WeakMap<HouseContext, Map<string, number[]>>()

function variantsOf(house: HouseContext, id: string, reelId: string, reel: Reel, sealedReel: string, sealedViewing: string): Variant[] {
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

/** Of these viewings, those that are sent nothing any more: revoked, expired, left, or their film was withdrawn. */
export async function endedViewings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['endedViewings']>[1],
): Promise<{ id: string; why: ViewingOver }[]> {
  authorise(actor, 'endedViewings')
  return viewingsOver(house.db, house.houseId, args.ids, house.now().toISOString())
}
