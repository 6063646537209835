/**
 * What a page of the player tells of the film that ran on it. Each report tells everything that ran there and that the house has not said
 * to be written, so one that is lost, comes twice or late leaves nothing out and counts nothing again. Its place is counted in
 * milliseconds of film that ran since the page was opened: parts of a stream, as they are numbered on a line that loses some.
 */
import { lengthOf, type Played, type Stretch } from './intervals.ts'

/** How far a page was heard. */
export interface PageTold {
  page: string
  /** The number of its newest report: an older one, however late it comes, says nothing of where the film stands; 0 says nothing of it ever. */
  report: number
  /** How much of what ran on it is written. */
  told: number
  /** When its newest report came. */
  at: string
}

export interface PageReport<S extends Stretch> {
  page: string
  report: number
  /** How much film had run on the page before the first of these. */
  before: number
  played: readonly S[]
  at: string
}

/** So many pages of one viewing are kept apart; of one that was not heard of for so many others nothing is waited for. */
const MOST_PAGES = 16

/** What of a report was not written yet, by how much of its page is. */
export function notYetTold<S extends Stretch>({ before, played }: Pick<PageReport<S>, 'before' | 'played'>, told: number): S[] {
  let known = told - before
  const fresh: S[] = []
  for (const stretch of played) {
    const length = stretch.to - stretch.from
    if (length <= 0) continue
    if (known < length) fresh.push({ ...stretch, from: stretch.from + Math.max(0, known) })
    known -= length
  }
  return fresh
}

/** What of these stretches had run so many milliseconds before the last of them ended. */
export function ranUntil<S extends Played>(played: readonly S[], ago: number): S[] {
  const ran: S[] = []
  let left = ago
  for (const stretch of played.toReversed()) {
    const took = stretch.speed > 0 ? Math.max(0, (stretch.to - stretch.from) / stretch.speed) : 0
    if (left < took) ran.unshift({ ...stretch, to: Math.round(stretch.to - Math.max(0, left) * stretch.speed) })
    left -= took
  }
  return ran
}

/** Whether a report is the newest word on where the film stands: of its own page by its number, of several pages by when it came. A page of which only what ran was told said nothing of it. */
export const speaksLast = (pages: readonly PageTold[], { page, report, at }: Pick<PageTold, 'page' | 'report' | 'at'>): boolean =>
  report > 0 &&
  pages.every((other) =>
    other.page === page ? other.report < report : other.report === 0 || Date.parse(other.at) <= Date.parse(at),
  )

/** The pages of a viewing with what a report told, the one that was heard last at the end. */
export function withTold(pages: readonly PageTold[], { page, report, before, played, at }: PageReport<Stretch>): PageTold[] {
  const known = pages.find((one) => one.page === page)
  const told = Math.max(known?.told ?? 0, before + lengthOf(played.filter(({ from, to }) => to > from)))
  const heard = known === undefined || known.report < report ? { report, at } : { report: known.report, at: known.at }
  return [...pages.filter((one) => one !== known), { page, told, ...heard }].slice(-MOST_PAGES)
}
