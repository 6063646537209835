import { findMeeting, putMeeting } from '@vitrine/store/contacts/meetings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes a meeting off the schedule, or puts it back. */
export async function removeMeeting(house: HouseContext, actor: Actor, args: { id: string; removed: boolean }): Promise<void> {
  authorise(actor, 'removeMeeting')
  await write(house, actor, async (writing) => {
    const meeting = await findMeeting(writing.trx, house.houseId, args.id)
    if (meeting === null) throw new HouseError('not-found', { subject: 'Meeting' })
    await putMeeting(writing.trx, house.houseId, { ...meeting, removedAt: args.removed ? writing.at : null }, writing.at)
    writing.audit({ verb: 'removeMeeting', subject: 'Meeting', subjectId: meeting.id, detail: { removed: args.removed } })
  })
}
