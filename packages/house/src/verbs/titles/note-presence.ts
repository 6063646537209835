import { touchPresence } from '@vitrine/store/titles/presence'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { reachTitle } from '../../titles/reach-title.ts'

const FORGOTTEN_AFTER = 60_000 // ms

/** Says that the actor has the title open, and who else has. Kept for a minute, so it is no business of the audit trail. */
export async function notePresence(
  house: HouseContext,
  actor: Actor,
  args: { id: string },
): Promise<{ name: string; since: string }[]> {
  const title = await reachTitle(house, house.db, actor, 'notePresence', args.id)
  const now = house.now()
  return touchPresence(house.db, house.houseId, {
    titleId: title.id,
    userId: actor.userId ?? actor.name,
    name: actor.name,
    at: now.toISOString(),
    freshSince: new Date(now.getTime() - FORGOTTEN_AFTER).toISOString(),
  })
}
