import { findMember, touchMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor, Role } from '../../contract.ts'

/** Who a signed-in user is here; null for one who is no member, or shut out. */
export async function actorForUser(house: HouseContext, userId: string): Promise<Actor | null> {
  const member = await findMember(house.db, house.houseId, userId)
  if (!member || member.disabled) return null
  await touchMember(house.db, house.houseId, userId, house.now().toISOString())
  return { kind: 'user', userId: member.id, name: member.name, role: member.role as Role, scopes: null }
}
