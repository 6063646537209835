import { listMembers } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'

/** The producers whose own a film can be: members in that role who are not shut out. Their names, no addresses. */
export async function listProducerMembers(house: HouseContext, actor: Actor): Promise<{ id: string; name: string }[]> {
  authorise(actor, 'listProducerMembers')
  const members = await listMembers(house.db, house.houseId)
  return members.flatMap(({ id, name, role, disabled }) => (role === 'producer' && !disabled ? [{ id, name }] : []))
}
