import { findMeeting, meetingsOfMarket } from '@vitrine/store/contacts/meetings'
import { meetingViews } from '../../contacts/meeting-views.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MeetingView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'

/** One meeting. */
export async function openMeeting(house: HouseContext, actor: Actor, args: { id: string }): Promise<MeetingView> {
  authorise(actor, 'openMeeting')
  const row = await findMeeting(house.db, house.houseId, args.id)
  if (row === null || row.removedAt !== null) throw new HouseError('not-found', { subject: 'Meeting' })
  return (await meetingViews(house, house.db, [row], await meetingsOfMarket(house.db, house.houseId, row.marketId)))[0]!
}
