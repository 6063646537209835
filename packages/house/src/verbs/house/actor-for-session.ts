import { type MemberRow, touchMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor, Role } from '../../contract.ts'
import { noteInPassing } from '../../note-in-passing.ts'

const MINUTE = 60_000

/**
 * Who a session speaks for, as the database has it at this moment; null for one that ended, or whose member is shut out.
 * Asked with every page of a signed-in reader, so it is one statement, shared by all who ask at the same moment.
 */
export async function actorForSession(house: HouseContext, token: string): Promise<Actor | null> {
  return actorOf(house, await house.memberOfSession(token))
}

/** A member as an actor, noted as having been here; null for one who is shut out. */
export async function actorOf(house: HouseContext, member: MemberRow | null): Promise<Actor | null> {
  if (member === null || member.disabled) return null
  const now = house.now()
  if (member.lastSeenAt === null || now.getTime() - Date.parse(member.lastSeenAt) > MINUTE)
    await noteInPassing(touchMember(house.db, house.houseId, member.id, now.toISOString()))
  return {
    kind: 'user',
    userId: member.id,
    name: member.name,
    role: member.role as Role,
    scopes: null,
    companyId: member.companyId,
    companyRole: member.companyRole,
    locale: member.locale,
  }
}
