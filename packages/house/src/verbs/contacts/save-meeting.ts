import { findCompany } from '@vitrine/store/contacts/companies'
import { findContacts } from '@vitrine/store/contacts/contacts'
import { findMarket } from '@vitrine/store/contacts/markets'
import { findMeeting, meetingsOfMarket, putMeeting } from '@vitrine/store/contacts/meetings'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { z } from 'zod'
import { meetingViews, staffOf } from '../../contacts/meeting-views.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, MeetingFields, MeetingView } from '../../contract/contacts.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { Id, parse, Revision } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { type Writing, write } from '../../write.ts'

const Ids = z.array(Id).max(100).transform((ids) => [...new Set(ids)]) // prettier-ignore
const Text = (most: number) => z.string().trim().max(most).nullable().transform((text) => (text === '' ? null : text)) // prettier-ignore
const Meeting = z.object({
  id: Id.optional(),
  revision: Revision.optional(),
  meeting: z.strictObject({
    marketId: Id,
    companyId: Id.nullable(),
    day: DayText,
    fromMinute: z.int().min(0).max(1439),
    toMinute: z.int().min(1).max(1440),
    place: Text(200),
    userIds: Ids,
    contactIds: Ids,
    titleIds: Ids,
    about: Text(2_000),
  }).refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { path: ['toMinute'], message: 'Ends before it begins' }),
}) // prettier-ignore

/** Makes an appointment at a market, or changes one. One that clashes with another is kept, and says so: people arrange such things on the spot. */
export async function saveMeeting(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['saveMeeting']>[1],
): Promise<MeetingView> {
  authorise(actor, 'saveMeeting')
  const { id, revision, meeting } = parse(Meeting, args)
  return write(house, actor, async (writing) => {
    await holdParts(house, writing, meeting)
    const before = id === undefined ? null : await findMeeting(writing.trx, house.houseId, id)
    if (id !== undefined && (before === null || before.removedAt !== null || before.marketId !== meeting.marketId))
      throw new HouseError('not-found', { subject: 'Meeting' })
    if (before !== null && before.revision !== revision) throw new HouseError('revision-changed', { revision: before.revision })
    const row = {
      ...(before ?? { notes: '', notedBy: null, notedAt: null, removedAt: null }),
      ...meeting,
      id: before?.id ?? newId(Date.parse(writing.at)),
      revision: (before?.revision ?? 0) + 1,
    }
    await putMeeting(writing.trx, house.houseId, row, writing.at)
    writing.audit({ verb: 'saveMeeting', subject: 'Meeting', subjectId: row.id, detail: { marketId: row.marketId, companyId: row.companyId } }) // prettier-ignore
    const all = await meetingsOfMarket(writing.trx, house.houseId, row.marketId)
    return (await meetingViews(house, writing.trx, all.filter((one) => one.id === row.id), all))[0]! // prettier-ignore
  })
}

/** Everything that a meeting names is there, and its day is one of the market's. */
async function holdParts(house: HouseContext, { trx }: Writing, meeting: MeetingFields): Promise<void> {
  const missing = (subject: string): never => {
    throw new HouseError('not-found', { subject })
  }
  const market = (await findMarket(trx, house.houseId, meeting.marketId)) ?? missing('Market')
  if (meeting.day < market.firstDay || meeting.day > market.lastDay)
    throw new HouseError('invalid-input', { issues: [{ path: 'day', message: 'Not a day of the market', messageFr: 'N’est pas un jour du marché' }] }) // prettier-ignore
  if (meeting.companyId !== null) {
    const company = await findCompany(trx, house.houseId, meeting.companyId)
    if (company === null || company.mergedInto !== null) missing('Company')
  }
  const contacts = await findContacts(trx, house.houseId, meeting.contactIds)
  if (contacts.length < meeting.contactIds.length) missing('Contact')
  if ((await cardsByIds(trx, house.houseId, meeting.titleIds)).length < meeting.titleIds.length) missing('Title')
  const staff = new Set((await staffOf(house, trx)).map(({ id }) => id))
  if (meeting.userIds.some((one) => !staff.has(one))) missing('Member')
}
