/**
 * The words of a schedule of rights. They are those that the readers of packages/rights understand: a change here is held by
 * the test that reads every schedule back.
 */
import type { EventKind } from '@vitrine/rights/book/entry'
import type { WordsLocale } from '@vitrine/rights/words/box-in-words'

export const SCHEDULE_FIELDS = [
  'exclusivity',
  'territory',
  'members',
  'media',
  'languages',
  'cuts',
  'term',
  'runs',
  'happened',
] as const
export type ScheduleField = (typeof SCHEDULE_FIELDS)[number]

interface ScheduleWords {
  readonly labels: Readonly<Record<ScheduleField, string>>
  readonly colon: string
  readonly rights: string
  readonly holdback: string
  readonly exclusive: string
  readonly nonExclusive: string
  readonly allCuts: string
  readonly always: string
  readonly since: (day: string) => string
  /** The term of a holdback without a last day of its own; its first day stands before it. */
  readonly withLicence: string
  readonly sinceWithLicence: (day: string) => string
  readonly until: (day: string) => string
  readonly between: (from: string, to: string) => string
  readonly onEvent: (months: number | null, event: string, from: string, to: string) => string
  readonly events: Readonly<Record<EventKind, string>>
  readonly happened: (event: string, day: string) => string
  readonly runs: (count: number) => string
  readonly catchUp: (runs: string, days: number) => string
}

const EN: ScheduleWords = {
  labels: {
    exclusivity: 'Exclusivity',
    territory: 'Territory',
    members: 'Countries',
    media: 'Media',
    languages: 'Languages',
    cuts: 'Cuts',
    term: 'Term',
    runs: 'Runs',
    happened: 'Event',
  },
  colon: ': ',
  rights: 'Rights granted',
  holdback: 'Held back for the Licensee',
  exclusive: 'exclusive',
  nonExclusive: 'non-exclusive',
  allCuts: 'all, including those made later',
  always: 'in perpetuity',
  since: (day) => `from ${day} in perpetuity`,
  withLicence: 'until the end of the licence',
  sinceWithLicence: (day) => `from ${day} until the end of the licence`,
  until: (day) => `until ${day}`,
  between: (from, to) => `from ${from} until ${to}`,
  onEvent: (months, event, from, to) =>
    `${months === null ? 'beginning' : months === 1 ? '1 month' : `${months} months`} from ${event}, not before ${from}, and in any case until ${to}`,
  events: {
    signature: 'signature',
    delivery: 'delivery',
    acceptance: 'acceptance',
    'first-broadcast': 'the first broadcast',
    release: 'the release',
    payment: 'payment',
  },
  happened: (event, day) => `${event} on ${day}`,
  runs: (count) => (count === 1 ? '1 run' : `${count} runs`),
  catchUp: (runs, days) => `${runs}, catch-up ${days === 1 ? '1 day' : `${days} days`} after each run`,
}

const FR: ScheduleWords = {
  labels: {
    exclusivity: 'Exclusivité',
    territory: 'Territoire',
    members: 'Pays',
    media: 'Médias',
    languages: 'Langues',
    cuts: 'Montages',
    term: 'Durée',
    runs: 'Passages',
    happened: 'Événement',
  },
  colon: '\u00a0: ',
  rights: 'Droits concédés',
  holdback: 'Réservé au bénéfice du Licencié',
  exclusive: 'exclusif',
  nonExclusive: 'non exclusif',
  allCuts: 'tous, y compris ceux qui seront faits plus tard',
  always: 'sans limite de durée',
  since: (day) => `à partir du ${day}, sans limite de durée`,
  withLicence: 'jusqu’à la fin de la licence',
  sinceWithLicence: (day) => `à partir du ${day}, jusqu’à la fin de la licence`,
  until: (day) => `jusqu’au ${day}`,
  between: (from, to) => `du ${from} jusqu’au ${to}`,
  onEvent: (months, event, from, to) =>
    `${months === null ? '' : `${months} mois `}à compter de ${event}, pas avant le ${from}, et en tout cas jusqu’au ${to}`,
  events: {
    signature: 'la signature',
    delivery: 'la livraison',
    acceptance: 'l’acceptation',
    'first-broadcast': 'la première diffusion',
    release: 'la sortie',
    payment: 'le paiement',
  },
  happened: (event, day) => `${event} le ${day}`,
  runs: (count) => (count === 1 ? '1 passage' : `${count} passages`),
  catchUp: (runs, days) => `${runs}, rattrapage ${days === 1 ? '1 jour' : `${days} jours`} après chaque passage`,
}

export const scheduleWords: Readonly<Record<WordsLocale, ScheduleWords>> = { en: EN, fr: FR }
