/** What was heard of viewings and is not written yet. Pure: what it becomes with another report, and how it is told to the house. */
import type { ViewingReport } from '@vitrine/house'

/** Of one viewing, between one writing and the next. */
const MOST_PAGES = 8

/** As a player sends it. */
export type Report = Pick<ViewingReport, 'report' | 'before' | 'played' | 'positionMs' | 'language' | 'subtitles' | 'left' | 'openedAt'> & { page: string } // prettier-ignore

/** What was heard of each page since it was last written: its newest report, which tells whatever was not written of those before it. */
export type Pages = ReadonlyMap<string, Report & { at: number }>

/** What is to be written of one viewing. */
export interface Heard {
  pages: Pages
  /** Segments of the picture that were sent whole. */
  segments: Set<number>
  bytes: number
}

export const nothingHeard = (): Heard => ({ pages: new Map(), segments: new Set(), bytes: 0 })
export const isHeard = ({ pages, bytes }: Heard): boolean => pages.size > 0 || bytes > 0

/** Whether a report tells more than what was heard of its page. */
const isNews = (pages: Pages, { page, report }: Report): boolean => (pages.get(page)?.report ?? -1) < report

export const withReport = (heard: Heard, report: Report, at: number): Heard =>
  isNews(heard.pages, report) ? { ...heard, pages: newest([...heard.pages, [report.page, { ...report, at }]]) } : heard

/** What could not be written, with what was heard meanwhile. */
export const together = (before: Heard, meanwhile: Heard): Heard => ({
  pages: newest([...before.pages, ...[...meanwhile.pages].filter(([, one]) => isNews(before.pages, one))]),
  segments: before.segments.union(meanwhile.segments),
  bytes: before.bytes + meanwhile.bytes,
})

/** The last entries, each page once. */
export function newest<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const pages = new Map<string, T>()
  for (const [page, one] of entries) {
    pages.delete(page)
    pages.set(page, one)
  }
  return new Map([...pages].slice(-MOST_PAGES))
}

const SILENCE = { page: null, report: 0, before: 0, played: [], positionMs: 0, language: null, subtitles: null, left: false, openedAt: null } // prettier-ignore

/** As the house takes it: a report of each page; what was sent stands in the first. */
export function reportsOf(
  of: Pick<ViewingReport, 'id' | 'country'>,
  { pages, segments, bytes }: Heard,
  now: number,
): ViewingReport[] {
  const sent = { segments: [...segments], bytes }
  const told = pages.size > 0 ? [...pages.values()] : [{ ...SILENCE, at: now }]
  return told.map((one, n) => ({ ...one, ...of, ...(n === 0 ? sent : { segments: [], bytes: 0 }), at: new Date(one.at).toISOString() })) // prettier-ignore
}
