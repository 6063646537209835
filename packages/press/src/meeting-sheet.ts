/** Prints meetings at a market: for each who comes, what they look for and have bought, what to pitch, and room to write. */
import { pressWords } from '@vitrine/messages/press'
import { meetingSheetWords } from '@vitrine/messages/meeting-sheet'
import { legibleAccent } from './accent.ts'
import { houseView } from './film-view.ts'
import type { MeetingSheetInput } from './input.ts'
import { printTemplate } from './typst/printing-press.ts'

/** @throws PrintingError when the template fails */
export async function printMeetings({ house, market, meetings, locale, paper }: MeetingSheetInput): Promise<Uint8Array> {
  const words = meetingSheetWords[locale]
  return printTemplate('meeting-sheet', () => ({
    locale,
    paper,
    typeface: house.typeface,
    accent: legibleAccent(house.accent),
    head: `${words.title} · ${words.count(meetings.length)}`,
    title: market.name,
    where: [market.where, market.days].filter((part) => part !== null).join(' · '),
    house: houseView(house, pressWords[locale]),
    words: {
      people: words.people,
      ours: words.ours,
      bought: words.bought,
      asked: words.asked,
      films: words.films,
      notes: words.notes,
    },
    meetings: meetings.map((meeting) => ({
      ...meeting,
      company: meeting.company ?? words.noCompany,
      when: [meeting.day, meeting.place].filter((part) => part !== null),
      notes: meeting.notes === '' ? [] : meeting.notes.split(/\n+/),
    })),
  }))
}
