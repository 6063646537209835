/** The words of the paper that is taken to meetings. */
import type { Locale } from './locale.ts'
import { inBoth } from './typeset.ts'

const en = {
  title: 'Meetings',
  count: (n: number) => (n === 1 ? '1 meeting' : `${n} meetings`),
  people: 'Who comes',
  ours: 'From us',
  looksFor: 'Looks for',
  slots: 'Slots',
  territory: 'Territories',
  media: 'Media',
  languages: 'Languages',
  bought: 'Bought',
  asked: 'Asked for',
  films: 'To pitch',
  notes: 'Notes',
  noCompany: 'Open appointment',
  fileName: 'meetings',
}
const fr: typeof en = {
  title: 'Rendez-vous',
  count: (n: number) => `${n} rendez-vous`,
  people: 'Qui vient',
  ours: 'Pour nous',
  looksFor: 'Recherche',
  slots: 'Cases',
  territory: 'Territoires',
  media: 'Médias',
  languages: 'Langues',
  bought: 'A acquis',
  asked: 'A demandé',
  films: 'À présenter',
  notes: 'Notes',
  noCompany: 'Rendez-vous libre',
  fileName: 'rendez-vous',
}
export const meetingSheetWords: Record<Locale, typeof en> = inBoth({ en, fr })

/**
 * A minute of the day as a clock shows it.
 *
 * @example
 * clock(570) // "09:30"
 */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
