import { countryName, formatCut, formatDay } from '@vitrine/messages'
import { deskContacts } from '@vitrine/messages/desk-contacts'
import { clock, meetingSheetWords } from '@vitrine/messages/meeting-sheet'
import type { MeetingSheetInput } from '@vitrine/press/input'
import { findCompany } from '@vitrine/store/contacts/companies'
import { cardsByIds } from '@vitrine/store/titles/cards'
import { type StoredCard, toTitleCard } from '../../cards/card.ts'
import { wishesInWords } from '../../contacts/wishes-in-words.ts'
import { dealingsOf } from '../../contacts/dealings.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ContactVerbs, MeetingView } from '../../contract/contacts.ts'
import { authorise } from '../../policies/authorise.ts'
import { printed, printedHouse } from '../../printing/printed.ts'
import { openMarket } from './open-market.ts'

const MOST_TOLD = 6

/** Meetings as a paper to take along, with what is known of each company. */
export async function printMeetings(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ContactVerbs['printMeetings']>[1],
): Promise<Uint8Array> {
  authorise(actor, 'printMeetings')
  const { locale, paper, day, userId, meetingId } = args
  const { market, meetings, members } = await openMarket(house, actor, { id: args.marketId })
  const chosen = meetings.filter(
    (one) =>
      (day === undefined || one.day === day) &&
      (userId === undefined || one.userIds.includes(userId)) &&
      (meetingId === undefined || one.id === meetingId),
  )
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const where = [market.stand, market.city, market.country === null ? null : countryName(locale, market.country)]
  const input: MeetingSheetInput = {
    house: await printedHouse(house, locale),
    market: {
      name: market.name,
      where: where.filter((part) => part !== null).join(', ') || null,
      days: `${formatDay(locale, market.firstDay)} – ${formatDay(locale, market.lastDay)}`,
    },
    meetings: await Promise.all(chosen.map((meeting) => onPaper(house, meeting, names, locale))),
    locale,
    paper,
  }
  return printed(house, (press) => press.printMeetings(input))
}

async function onPaper(
  house: HouseContext,
  meeting: MeetingView,
  names: ReadonlyMap<string, string>,
  locale: 'en' | 'fr',
): Promise<MeetingSheetInput['meetings'][number]> {
  const words = meetingSheetWords[locale]
  const { companyId } = meeting
  const [company, dealings, cards] = await Promise.all([
    companyId === null ? null : findCompany(house.db, house.houseId, companyId),
    companyId === null ? null : dealingsOf(house, house.db, companyId),
    cardsByIds<StoredCard>(house.db, house.houseId, meeting.titleIds),
  ])
  const profile = company?.profile
  const wishes = profile && wishesInWords(profile, locale)
  const looksFor = [
    [words.slots, profile?.slots.map(({ text }) => text).join('; ')],
    [words.territory, wishes?.territory],
    [words.media, wishes?.media],
    [words.languages, wishes?.languages],
  ] as const
  const kinds = [...(company?.kinds.map((kind) => deskContacts[locale][`kind.${kind}`]) ?? []), company?.country ? countryName(locale, company.country) : null] // prettier-ignore
  return {
    day: formatDay(locale, meeting.day),
    time: `${clock(meeting.fromMinute)}–${clock(meeting.toMinute)}`,
    place: meeting.place,
    company: meeting.company,
    kinds: kinds.filter((part) => part !== null).join(' · '),
    ours: meeting.userIds.flatMap((id) => names.get(id) ?? []),
    about: meeting.about,
    people: meeting.contacts.map(({ name, role }) => [name, role].filter((part) => part !== null).join(', ')),
    looksFor: looksFor.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [{ label, text }])),
    bought: (dealings?.bought ?? []).slice(0, MOST_TOLD).map(({ title, lastDay }) => [title, lastDay === null ? null : deskContacts[locale].until(formatDay(locale, lastDay, 'short'))].filter((part) => part !== null).join(', ')), // prettier-ignore
    asked: (dealings?.asked ?? []).slice(0, MOST_TOLD).flatMap(({ title, at }) => (title === null ? [] : [`${title}, ${formatDay(locale, at.slice(0, 10), 'short')}`])), // prettier-ignore
    films: cards
      .map((row) => toTitleCard(row, locale))
      .map((card) => ({
        title: card.title,
        line: [card.year, card.cuts.map(formatCut).join(', ')].filter((part) => part !== null && part !== '').join(' · '),
        hook: card.hook,
      })),
    notes: meeting.notes,
  }
}
