/**
 * The rights book of the demonstration house: who gave it what, and who bought what of it. Every company is invented. The
 * films take turns with a dozen patterns of the trade, so that the book looks like one that has grown: broadcasters with
 * catch-up and runs, platforms, an airline, schools, a holdback, options, a window that waits for delivery, rights that end soon.
 */
import { films } from './films/index.ts'

/** An entry as a form would give it (packages/rights/src/book/read-book.ts), and the film it is about. */
export interface BookedEntry {
  film: string
  entry: Readonly<Record<string, unknown>>
}
export interface BookedList {
  toName: string
  toCompany: string
  question: { territory: string; media: string; from: string; to: string; exclusive: boolean }
  films: string[]
}

type Terms = Readonly<Record<string, unknown>>

/** What producers gave: mostly the world for ten years, and what else happens. */
const GRANTS: readonly Terms[] = [
  { territory: 'World', media: 'all', from: '2024-01-01', to: '2033-12-31', clause: 'The Producer grants to the Sales Agent, exclusively and worldwide, all rights in all media for ten years.' },
  { territory: 'World excl. France', media: 'all excl. theatrical', from: '2023-06-01', to: '2031-05-31', clause: 'Worldwide but for France, which the Producer keeps with its broadcaster; theatrical rights stay with the Producer.' },
  { territory: 'World', media: 'TV, VOD, inflight, educational', from: '2022-01-01', to: '2027-06-30', clause: 'All television, video on demand, in-flight and educational rights, until 30 June 2027.' },
  { territory: 'World excl. US, Canada', media: 'all', from: '2024-09-01', to: '2034-08-31', clause: 'All rights worldwide, North America excepted.' },
  { territory: 'World', media: 'all', from: '2024-01-01', clause: 'All rights worldwide in perpetuity, against the buy-out named in schedule B.' },
] // prettier-ignore

/** What buyers took; each film takes some, so no two of them overlap. */
const SALES: readonly (Terms & { kind: string })[] = [
  { kind: 'licence', exclusive: true, party: 'Kanal Ost', territory: 'DACH', media: 'free-tv, catch-up', languages: 'de', from: '2026-01-01', to: '2028-12-31', runs: 4, catchUpDays: 30, clause: 'Four runs within three years in the German language, with catch-up of 30 days after each run.' },
  { kind: 'licence', exclusive: true, party: 'Fjordflix', territory: 'Nordics', media: 'svod', from: '2025-06-01', to: '2027-05-31', clause: 'Exclusive subscription video on demand in the Nordic countries for 24 months.' },
  { kind: 'licence', exclusive: false, party: 'StreamPorch', territory: 'United Kingdom, Ireland, Australia, New Zealand', media: 'avod, fast', from: '2026-03-01', to: '2028-02-29', clause: 'Non-exclusive advertising-supported on-demand and channel rights.' },
  { kind: 'licence', exclusive: true, party: 'Télé Rive', territory: 'Belgium (French), Luxembourg', media: 'free-tv, catch-up', languages: 'fr', from: '2026-09-01', to: '2029-08-31', runs: 3, catchUpDays: 7, holdbacks: [{ territory: 'Belgium (French), Luxembourg', media: 'svod, avod', languages: 'fr', from: '2026-09-01', to: '2027-08-31' }], clause: 'Three runs, catch-up of seven days; the Distributor holds back subscription and advertising video on demand in French for twelve months.' },
  { kind: 'licence', exclusive: false, party: 'AirLoop', territory: 'World', media: 'inflight', from: '2026-05-01', to: '2027-04-30', clause: 'Non-exclusive in-flight rights for twelve months.' },
  { kind: 'option', expires: '2027-01-15', party: 'Wisła Dokument', territory: 'Poland', media: 'free-tv, catch-up', from: '2027-02-01', to: '2030-01-31', clause: 'Option until {expires} at the price of the deal memo.' },
  { kind: 'licence', exclusive: true, party: 'Canale Grande', territory: 'Italy, San Marino, Vatican City', media: 'pay-tv, catch-up', languages: 'it', from: '2025-10-01', to: '2027-09-30', clause: 'Exclusive pay television in Italian for 24 months.' },
  { kind: 'licence', exclusive: true, party: 'Edo Documentary Channel', territory: 'Japan', media: 'free-tv, basic-tv', languages: 'ja', from: '2026-10-01', to: '2031-09-30', event: { kind: 'delivery', date: null, months: 36 }, clause: 'Thirty-six months from delivery of the master, and no later than {to}.' },
  { kind: 'licence', exclusive: false, party: 'Campus Reel', territory: 'US, Canada', media: 'educational', from: '2025-01-01', to: '2031-12-31', clause: 'Non-exclusive educational streaming and public performance to schools, universities and libraries.' },
  { kind: 'holdback', party: 'The producer', territory: 'Spain, Portugal, Andorra', media: 'theatrical, festival', from: '2026-01-01', to: '2027-03-31', clause: 'The Producer reserves theatrical and festival exploitation on the Iberian peninsula until {to}.' },
  { kind: 'licence', exclusive: true, party: 'Ruta Doc', territory: 'Latin America', media: 'basic-tv, svod', languages: 'es, pt', from: '2026-02-01', to: '2028-01-31', clause: 'Basic television and subscription video on demand in Spanish and Portuguese.' },
  { kind: 'option', expires: '2026-12-18', party: 'Maple & Rivière', territory: 'Canada (French)', media: 'tv', languages: 'fr', from: '2027-01-01', to: '2029-12-31', clause: 'Second reading at the buyer’s; the option lapses on {expires}.' },
] // prettier-ignore

/** How many sales a film has, film by film, round and round: some sell, some wait. */
const COUNTS = [6, 4, 7, 2, 5, 3, 8, 1, 4, 5]

/** Buyers whose rights some houses' contracts do not reach: what is not held is not sold. */
const OUT_OF_REACH: ReadonlyMap<Terms, readonly string[]> = new Map([
  [GRANTS[1]!, ['The producer', 'AirLoop', 'Edo Documentary Channel', 'Campus Reel']],
  [GRANTS[3]!, ['AirLoop', 'Campus Reel', 'Maple & Rivière']],
])
/** Of a contract that ends soon only this was sold within its days. */
const SHORT = { grant: GRANTS[2]!, buyers: ['AirLoop', 'Fjordflix'] }

const grantOf = (at: number): Terms => GRANTS[[0, 0, 1, 0, 2, 0, 4, 0, 3, 0][at % 10]!]!

/** Entries in the order in which they were written: what the house holds first, then what it sold. */
export const entries: readonly BookedEntry[] = films.flatMap(({ slug, sheet }, at) => {
  const number = String(at + 1).padStart(3, '0')
  const grant = grantOf(at)
  const producer = sheet.productionCompanies[0]?.name ?? 'The producer'
  const reachable = SALES.filter(({ party }) => (grant === SHORT.grant ? SHORT.buyers : SALES.map((sale) => sale['party'])).includes(party) && !OUT_OF_REACH.get(grant)?.includes(String(party))) // prettier-ignore
  const count = Math.min(COUNTS[at % COUNTS.length]!, reachable.length)
  const sales = Array.from({ length: count }, (_, n) => reachable[(at + n) % reachable.length]!)
  return [
    { film: slug, entry: { kind: 'grant', exclusive: true, party: producer, contract: `A-${number}`, ...grant } },
    ...sales.map((sale, n) => ({ film: slug, entry: { contract: `L-${number}-${n + 1}`, ...dealt(sale, at) } })),
  ]
})

/** Deals are not all of one day: each film's are some months earlier than the pattern, its options some days later. */
function dealt(pattern: Terms, at: number): Terms {
  const months = -(at % 5)
  const terms = {
    ...pattern,
    ...(pattern['kind'] === 'option'
      ? { expires: daysLater(String(pattern['expires']), (at * 5) % 36) }
      : windowEarlier(pattern, months)),
  }
  return {
    ...terms,
    clause: String(terms['clause']).replaceAll(/\{(to|expires)\}/g, (_, day: 'to' | 'expires') => inWords(String(terms[day]))),
  }
}
function windowEarlier(window: Terms, months: number): Terms {
  const { from, to, holdbacks } = window
  return {
    from: monthsLater(String(from), months),
    to: daysLater(monthsLater(daysLater(String(to), 1), months), -1),
    ...(holdbacks === undefined
      ? {}
      : { holdbacks: (holdbacks as Terms[]).map((box) => ({ ...box, ...windowEarlier(box, months) })) }),
  }
}
function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
function monthsLater(day: string, months: number): string {
  const date = new Date(day)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
function inWords(day: string): string {
  return new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

const OF_THE_PHONE = 'central-asia-the-call-of-isis'

/** A list that went to a buyer in the autumn … */
export const lists: readonly BookedList[] = [
  {
    toName: 'the documentary desk',
    toCompany: 'Lumen Plus',
    question: { territory: 'Greece, Cyprus', media: 'svod', from: '2027-01-01', to: '2028-12-31', exclusive: true },
    films: films.slice(0, 6).map(({ slug }) => slug),
  },
  {
    toName: 'acquisitions',
    toCompany: 'Baltika TV',
    question: { territory: 'Baltics', media: 'free-tv, catch-up', from: '2027-03-01', to: '2029-02-28', exclusive: true },
    films: [OF_THE_PHONE, ...films.slice(8, 12).map(({ slug }) => slug)],
  },
]

/** … and what was sold since, which makes the first of them untrue. */
export const entriesSince: readonly BookedEntry[] = films.slice(1, 3).map(({ slug }, at) => ({
  film: slug,
  entry: { kind: 'licence', exclusive: true, party: 'Helios VOD', contract: `L-90${at + 1}`, territory: 'Greece, Cyprus', media: 'svod', from: '2027-01-01', to: '2028-12-31', clause: 'Exclusive subscription video on demand for two years.' },
})) // prettier-ignore
