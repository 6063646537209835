/**
 * What entries of the book mean, cell by cell and from their words on: events, runs and catch-up, holdbacks that a licence imposes, and a
 * history of states. It reckons with days as they are written and with sets as they are listed, and with nothing of the engine.
 */
import type { EntryStatus } from '../book/entry.ts'
import type { EntryKind, Status } from '../book/line.ts'
import { dayOf, PERPETUITY } from '../days/day.ts'
import type { Use } from '../languages/languages.ts'
import { statusOf } from './naive.ts'

/** A cell as it is written. */
export interface PlainCell {
  readonly territory: string
  readonly medium: string
  readonly language: string
  readonly use: Use
  readonly cut: string
  readonly day: string
}

/** Words, and what they stand for among the few leaves of a test. */
export interface Meant {
  readonly text: string
  readonly members: readonly string[]
}
export interface PlainBox {
  readonly territory: Meant
  readonly media: Meant
  /** Members: `fr:dubbed`; `it` is in a set where `*` is. */
  readonly languages: Meant
  readonly cuts: readonly string[] | null
  readonly from: string | null
  readonly to: string | null
}
export interface PlainTerms {
  readonly kind: EntryKind
  readonly exclusive: boolean
  readonly boxes: readonly PlainBox[]
  readonly holdbacks: readonly PlainBox[]
  readonly expires: string | null
  readonly event: { readonly kind: string; readonly date: string | null; readonly months: number | null } | null
  readonly runs: { readonly count: number; readonly catchUpDays: number; readonly broadcasts: readonly string[] } | null
}
export interface PlainState {
  readonly status: EntryStatus
  readonly effective: string | null
  readonly terms: PlainTerms
  /** When it was recorded: a number that goes up. */
  readonly recorded: number
}
export interface PlainEntry {
  readonly id: string
  readonly states: readonly PlainState[]
}

/** The status of a cell on a day of asking, in the book as it was recorded at a moment. */
export function naiveEntries(
  entries: readonly PlainEntry[],
  cell: PlainCell,
  today: string,
  moment: number,
): { status: Status; because: string[] } {
  const here = entries.flatMap(({ id, states }) =>
    coverings(
      states.filter(({ recorded }) => recorded <= moment),
      cell,
    ).map((one) => ({ ...one, entry: id })),
  )
  return statusOf(here, dayOf(today)!)
}

interface Covering {
  kind: EntryKind
  exclusive: boolean
  expires: number
}

function coverings(known: readonly PlainState[], cell: PlainCell): Covering[] {
  // of a day, the state that was agreed last for it or from it on
  const agreed = known.findLast(({ effective }) => effective === null || effective <= cell.day)
  if (agreed === undefined || agreed.status !== 'signed') return []
  const terms = asItCame(agreed.terms, known.at(-1)!.terms)
  const { kind } = terms
  const expires = kind === 'option' ? dayOf(terms.expires!)! : PERPETUITY
  return [
    ...terms.boxes.filter((box) => within(box, cell) && inWindow(box, terms, terms.runs, cell.day)).map(() => ({ kind, exclusive: terms.exclusive && (kind === 'grant' || kind === 'licence'), expires })), // prettier-ignore
    ...terms.holdbacks.filter((box) => within(box, cell) && (box.to === null ? inWindow(box, terms, terms.runs, cell.day) && !isOver(terms, cell.day) : inWindow(box, ownDay(terms), null, cell.day))).map(() => ({ kind: 'holdback' as const, exclusive: false, expires: PERPETUITY })), // prettier-ignore
  ]
}

/** What was promised through a day of its own begins with the event, and ends on that day. */
const ownDay = ({ event }: PlainTerms): Pick<PlainTerms, 'event'> => ({
  event: event === null ? null : { ...event, months: null },
})

/** Whether a day lies behind the last of all boxes of a licence: a holdback without a day of its own goes with it. */
const isOver = (terms: PlainTerms, day: string): boolean =>
  terms.boxes.every((box) => !inWindow({ ...box, from: null }, terms, terms.runs, day))

/** When an event happened and which runs were broadcast is known of all states once it is known. */
const asItCame = (terms: PlainTerms, newest: PlainTerms): PlainTerms => ({
  ...terms,
  event: terms.event !== null && newest.event?.kind === terms.event.kind ? { ...terms.event, date: newest.event.date } : terms.event, // prettier-ignore
  runs: terms.runs !== null && newest.runs !== null ? { ...terms.runs, broadcasts: newest.runs.broadcasts } : terms.runs,
})

const within = (box: PlainBox, { territory, medium, language, use, cut }: PlainCell): boolean =>
  box.territory.members.includes(territory) &&
  box.media.members.includes(medium) &&
  (box.languages.members.includes('*')
    ? !box.languages.members.includes(`-${language}:${use}`)
    : box.languages.members.includes(`${language}:${use}`)) && // prettier-ignore
  (box.cuts === null || box.cuts.includes(cut))

function inWindow({ from, to }: PlainBox, { event }: Pick<PlainTerms, 'event'>, runs: PlainTerms['runs'], day: string): boolean {
  if ((from !== null && day < from) || (to !== null && day > to)) return false
  if (event !== null && event.date !== null) {
    if (day < event.date) return false
    if (event.months !== null && day >= monthsLater(event.date, event.months)) return false
  }
  if (runs === null || runs.broadcasts.length < runs.count) return true
  return day <= daysLater(runs.broadcasts.toSorted()[runs.count - 1]!, runs.catchUpDays)
}

/** The same date, or the last of a month that has no such date. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const all = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(all / 12), (all % 12) + 1]
  const longest = m === 2 ? (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(Math.min(date, longest)).padStart(2, '0')].join('-')
}

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
