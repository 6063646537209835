import { deskContacts } from '@vitrine/messages/desk-contacts'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MeetingView } from '../../contract/contacts.ts'
import type { ListVerbs } from '../../contract/lists.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { Id, parse } from '../../input.ts'
import { staffOf } from '../../contacts/meeting-views.ts'
import { type Columns, listAsked, listFile, BY_HAND, together } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { listMarkets } from '../contacts/list-markets.ts'
import { openMarket } from '../contacts/open-market.ts'

type Row = MeetingView & { people: string[] }
const Filter = z.object({ marketId: Id.optional() })
/** Minutes of a day as a clock shows them. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` // prettier-ignore
const COLUMNS: Columns<'meetings', Row> = {
  market: [28, ({ market }) => market],
  day: [12, ({ day }) => day],
  from: [8, ({ fromMinute }) => clock(fromMinute)],
  to: [8, ({ toMinute }) => clock(toMinute)],
  place: [20, ({ place }) => place],
  company: [28, ({ company }) => company],
  contacts: [30, ({ contacts }) => together(contacts.map(({ name }) => name))],
  people: [24, ({ people }) => together(people)],
  films: [40, ({ titles }) => together(titles.map(({ title }) => title))],
  about: [40, ({ about }) => about],
  notes: [60, ({ notes }) => notes],
}

/** Meetings of one market, or of all, as a spreadsheet, by day and time. */
export async function exportMeetings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ListVerbs['exportMeetings']>[1],
  leaving = BY_HAND,
): Promise<TakenAway> {
  authorise(actor, 'exportMeetings')
  const asked = listAsked('meetings', args)
  const { marketId } = parse(Filter, { marketId: args.marketId })
  const ids = marketId === undefined ? (await listMarkets(house, actor)).filter(({ meetings }) => meetings > 0).map(({ id }) => id) : [marketId] // prettier-ignore
  const staff = new Map((await staffOf(house, house.db)).map(({ id, name }) => [id, name]))
  const pages = (async function* (): AsyncGenerator<Row[]> {
    for (const id of ids) {
      const { meetings } = await openMarket(house, actor, { id })
      yield meetings.map((each) => ({ ...each, people: each.userIds.flatMap((userId) => staff.get(userId) ?? []) }))
    }
  })()
  return listFile('meetings', deskContacts[asked.locale].meetings, COLUMNS, pages, asked, leaving)
}
