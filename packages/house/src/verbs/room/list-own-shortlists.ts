import { shortlistsOfUser } from '@vitrine/store/shortlists/shortlists'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RoomVerbs } from '../../contract/room.ts'
import { authorise } from '../../policies/authorise.ts'

/** The shortlists that the asker started while signed in. */
export async function listOwnShortlists(house: HouseContext, actor: Actor): ReturnType<RoomVerbs['listOwnShortlists']> {
  authorise(actor, 'listOwnShortlists')
  return actor.userId === null ? [] : shortlistsOfUser(house.db, house.houseId, actor.userId)
}
