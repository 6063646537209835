/** What the engine reckons with: one box of one entry that has effect. Drafts, refusals and lapsed paper have no lines. */
import type { Box } from '../box/box.ts'
import type { Day } from '../days/day.ts'

export const ENTRY_KINDS = ['grant', 'licence', 'holdback', 'option'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export interface Line {
  /** The id of the entry; several lines may be of one. */
  readonly entry: string
  readonly kind: EntryKind
  /** Of a grant: the house alone may sell. Of a licence: nobody else may buy. Holdbacks and options: false. */
  readonly exclusive: boolean
  readonly box: Box
  /** The last day on which an option is alive; `PERPETUITY` for every other kind. */
  readonly expires: Day
  /** The window waits for an event without a date, and is reckoned from its earliest start to its outer date. */
  readonly undated: boolean
}

/** What a cell is, in the order in which the definition asks. */
export const STATUSES = ['not-owned', 'blocked', 'held', 'non-exclusive', 'available'] as const
export type Status = (typeof STATUSES)[number]

/** Whether a cell of this status can be had: exclusively, or beside others. */
export const meets = (status: Status, exclusive: boolean): boolean =>
  status === 'available' || (!exclusive && status === 'non-exclusive')

/** What somebody asks for: a box, alone or beside others. */
export interface Request {
  readonly box: Box
  readonly exclusive: boolean
}

export type Answer = 'full' | 'partial' | 'none'
