import { findProducers } from '@vitrine/store/titles/find-title'
import { findMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { reachTitle } from '../../titles/reach-title.ts'

/** Whose own film it is. */
export async function listProducers(
  house: HouseContext,
  actor: Actor,
  args: { id: string },
): Promise<{ id: string; name: string }[]> {
  const title = await reachTitle(house, house.db, actor, 'listProducers', args.id)
  const ids = await findProducers(house.db, house.houseId, title.id)
  const members = await Promise.all(ids.map((id) => findMember(house.db, house.houseId, id)))
  return members.flatMap((member) => (member ? [{ id: member.id, name: member.name }] : []))
}
