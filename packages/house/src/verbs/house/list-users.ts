import { listMembers, type MemberRow } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseUser, Role } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** Everybody who may sign in here. */
export async function listUsers(house: HouseContext, actor: Actor): Promise<HouseUser[]> {
  authorise(actor, 'listUsers')
  return (await listMembers(house.db, house.houseId)).map(toHouseUser)
}

/** A row as the contract shows it; the table itself refuses a role that is none. */
export function toHouseUser(row: MemberRow): HouseUser {
  return { ...row, role: row.role as Role }
}
