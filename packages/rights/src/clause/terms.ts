/** The terms of a clause that are more than one value. */
import type { EventKind } from '../book/entry.ts'
import { addMonths, type Day, PERPETUITY } from '../days/day.ts'
import type { BoxRead } from '../sentence/boxes.ts'

/** A window that waits for something. */
export interface ClauseEvent {
  readonly kind: EventKind
  readonly months: number | null
  readonly earliest: Day | null
  /** The last day on which it can begin, whatever the event. */
  readonly latestStart: Day | null
  /** The last day, whatever the event: as it is said, or reckoned from the latest start and the length. */
  readonly outer: Day | null
}

export interface ClauseRuns {
  readonly count: number
  readonly withinMonths: number | null
}

/** What the licensee asks the house to keep free of others. */
export interface ClauseHoldback extends BoxRead {
  readonly months: number | null
  readonly days: number | null
  readonly until: Day | null
  readonly event: EventKind | null
  /** Said to be in perpetuity: it does not end with the licence. */
  readonly isPerpetual: boolean
  /** Its length begins when the licence is over. */
  readonly isAfterLicence: boolean
}

/** The outer date of a window that begins on a latest day at the latest. */
export const outerOf = (latestStart: Day | null, months: number | null): Day | null =>
  latestStart === null || months === null || latestStart >= PERPETUITY ? null : addMonths(latestStart, months) - 1
