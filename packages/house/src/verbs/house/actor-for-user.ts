import { findMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { actorOf } from './actor-for-session.ts'

/** Who a signed-in user is here; null for one who is no member, or shut out. */
export async function actorForUser(house: HouseContext, userId: string): Promise<Actor | null> {
  return actorOf(house, await findMember(house.db, house.houseId, userId))
}
