import { findMember, putMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseUser } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { OneLine, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'
import { toHouseUser } from './list-users.ts'

/** Gives the asker another name, as the house shows it from now on; what the trail says of the past stays. */
export async function renameMyself(house: HouseContext, actor: Actor, args: { name: string }): Promise<HouseUser> {
  authorise(actor, 'renameMyself')
  const name = parse(OneLine, args.name)
  return write(house, actor, async (writing) => {
    const before = actor.userId === null ? null : await findMember(writing.trx, house.houseId, actor.userId)
    if (!before) throw new HouseError('not-found', { subject: 'Member' })
    const after = { ...before, name }
    if (name !== before.name) {
      await putMember(writing.trx, house.houseId, after)
      writing.audit({ verb: 'renameMyself', subject: 'Member', subjectId: before.id, detail: { name } })
    }
    return toHouseUser(after)
  })
}
