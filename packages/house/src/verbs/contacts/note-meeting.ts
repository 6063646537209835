import { findMeeting, putMeeting } from '@vitrine/store/contacts/meetings'
import { z } from 'zod'
import { meetingViews } from '../../contacts/meeting-views.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, NotedAnswer } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Notes = z.object({ id: Id, seen: z.string().max(50_000), notes: z.string().max(50_000) })

/**
 * Keeps what was said at a meeting. A telephone that was without connection may send it late, or twice: what stands already is
 * no conflict, and what somebody else wrote meanwhile is never written over.
 */
export async function noteMeeting(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['noteMeeting']>[1],
): Promise<NotedAnswer> {
  authorise(actor, 'noteMeeting')
  const { id, seen, notes } = parse(Notes, args)
  return write(house, actor, async (writing) => {
    const before = await findMeeting(writing.trx, house.houseId, id)
    if (before === null || before.removedAt !== null) throw new HouseError('not-found', { subject: 'Meeting' })
    const told = async (row: typeof before) => (await meetingViews(house, writing.trx, [row]))[0]!
    if (before.notes === notes) return { outcome: 'unchanged', value: await told(before) }
    if (before.notes !== seen) return { outcome: 'conflict', value: await told(before) }
    // the revision is the appointment's: whoever moves it does not stumble over notes
    const row = { ...before, notes, notedBy: actor.name, notedAt: writing.at }
    await putMeeting(writing.trx, house.houseId, row, writing.at)
    writing.audit({ verb: 'noteMeeting', subject: 'Meeting', subjectId: id })
    return { outcome: 'saved', value: await told(row) }
  })
}
