import { findMember, setProducers } from '@vitrine/store/users/members'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

/** Says whose own film it is: these producers see it in any state. An empty list: nobody's. */
export async function assignProducer(house: HouseContext, actor: Actor, args: { id: string; userIds: string[] }): Promise<void> {
  const userIds = parse(z.array(Id).max(50), args.userIds)
  await write(house, actor, async (writing) => {
    const title = await reachTitle(house, writing.trx, actor, 'assignProducer', args.id)
    for (const userId of userIds) {
      const member = await findMember(writing.trx, house.houseId, userId)
      if (member?.role !== 'producer')
        throw new HouseError('invalid-input', { issues: [{ path: 'userIds', message: `${userId} is no producer here` }] })
    }
    await setProducers(writing.trx, house.houseId, title.id, userIds)
    writing.audit({ verb: 'assignProducer', subject: 'Title', subjectId: title.id, detail: { userIds } })
  })
}
