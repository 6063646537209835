import { giveUpLetters } from '@vitrine/store/letters/letters'
import { countOwners, endSessions, findMember, putMember } from '@vitrine/store/users/members'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseUser, Role } from '../../contract.ts'
import { ROLES } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { toHouseUser } from './list-users.ts'

const UserChange = z.object({
  id: Id,
  role: z.enum(ROLES).optional(),
  name: OneLine.optional(),
  disabled: z.boolean().optional(),
})

/**
 * Changes a member's role or name, or shuts them out: then they are signed out everywhere, their keys stop, and a letter that has not left
 * does not tell them any more how to sign in. The last owner stays one.
 */
export async function changeUser(
  house: HouseContext,
  actor: Actor,
  args: { id: string; role?: Role; name?: string; disabled?: boolean },
): Promise<HouseUser> {
  authorise(actor, 'changeUser')
  const change = parse(UserChange, args)
  return write(house, actor, async (writing) => {
    const before = await findMember(writing.trx, house.houseId, change.id)
    if (!before) throw new HouseError('not-found', { subject: 'Member' })
    const after = {
      ...before,
      role: change.role ?? before.role,
      name: change.name ?? before.name,
      disabled: change.disabled ?? before.disabled,
    }
    const wasOwner = before.role === 'owner' && !before.disabled
    const isOwner = after.role === 'owner' && !after.disabled
    if (wasOwner && !isOwner && (await countOwners(writing.trx, house.houseId)) <= 1) throw new HouseError('last-owner')
    await putMember(writing.trx, house.houseId, after)
    if (after.disabled && !before.disabled) {
      await endSessions(writing.trx, before.id)
      await giveUpLetters(writing.trx, house.houseId, 'Seat', before.id, writing.at)
    }
    writing.audit({
      verb: 'changeUser',
      subject: 'Member',
      subjectId: before.id,
      detail: { role: after.role, disabled: after.disabled },
    })
    return toHouseUser(after)
  })
}
