import type { ViewingOver } from '@vitrine/house'
import type { ServedFilm } from './films.ts'
import type { Answers } from './from-here.ts'
import { type Heard, nothingHeard } from './heard.ts'

/** A player reports every ten seconds, when it is paused and when its page is closed: so many at once, and one a second. */
const REPORTS_AT_ONCE = 20

/** Somebody who watches, as this server knows them. */
export interface Viewer extends ServedFilm {
  /** When its reel was read; null once somebody began with it. */
  readAt: number | null
  over: ViewingOver | null
  /** When whether it may go on was asked last; 0: not since it was let in. */
  checkedAt: number
  /** Its turn among admissions and questions to the database. */
  admitted: number
  /** The countries that it was asked for from, and whether it may be watched there. */
  from: Answers
  /** Of those that it may be watched in, the one that it was asked for from last; null: nobody said. */
  country: string | null
  /** Of its tokens that were used, the newest turn, by what they are for. */
  newest: Record<'watch' | 'renew', number>
  askedAt: number
  /** Reports that it may send at once, at `reportedAt`. */
  mayReport: number
  reportedAt: number
  heard: Heard
  /** How much of what ran on a page is written, by the page: it needs not be told again. */
  written: ReadonlyMap<string, number>
}

export const newViewer = (film: ServedFilm, admitted: number, now: number): Viewer => ({
  ...film,
  readAt: now,
  over: null,
  checkedAt: 0,
  admitted,
  from: new Map(),
  country: null,
  newest: { watch: 0, renew: 0 },
  askedAt: now,
  mayReport: REPORTS_AT_ONCE,
  reportedAt: now,
  heard: nothingHeard(),
  written: new Map(),
})

/** Whether a viewer may report now; they have then done so. */
export function takesReport(viewer: Viewer, now: number): boolean {
  viewer.mayReport = Math.min(REPORTS_AT_ONCE, viewer.mayReport + Math.max(0, now - viewer.reportedAt) / 1000)
  viewer.reportedAt = now
  if (viewer.mayReport < 1) return false
  viewer.mayReport -= 1
  return true
}
