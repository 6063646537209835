import { replaceCalendar } from '@vitrine/store/rights/calendars'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { newToken } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** A secret address for a calendar program, shown once. The one before it ends. */
export async function startRightsCalendar(house: HouseContext, actor: Actor): Promise<{ token: string }> {
  authorise(actor, 'startRightsCalendar')
  const { userId } = actor
  if (userId === null) throw new HouseError('not-allowed', { verb: 'startRightsCalendar', role: actor.role })
  const token = newToken()
  await write(house, actor, async (writing) => {
    await replaceCalendar(writing.trx, house.houseId, userId, sha256(token), writing.at)
    writing.audit({ verb: 'startRightsCalendar', subject: 'Calendar', subjectId: userId })
  })
  return { token }
}
