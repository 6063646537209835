/** An entry of the rights book as a contract puts it: terms that people read, kept with the members that they meant when they were signed. */
import type { PriceTerm } from '../price/price-terms.ts'
import type { EntryKind } from './line.ts'

/** What of an entry counts. Only `signed` paper has effect. */
export const ENTRY_STATUSES = ['draft', 'signed', 'rejected', 'expired', 'terminated', 'taken-up'] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

/** What a window can wait for. */
export const EVENTS = ['signature', 'delivery', 'acceptance', 'first-broadcast', 'release', 'payment'] as const
export type EventKind = (typeof EVENTS)[number]

/** One box of an entry. Days are `YYYY-MM-DD`; a missing day is since ever, or in perpetuity. */
export interface TermBox {
  /** The territory as it was written: "World excl. France". */
  readonly territory: string
  /** The leaves it meant when it was written; groups that change later do not change what was signed. */
  readonly territories: readonly string[]
  /** Leaves. */
  readonly media: readonly string[]
  /** Leaves: `all`, `fr`, `fr:dubbed`. */
  readonly languages: readonly string[]
  /** Names of cuts; null is all of them. */
  readonly cuts: readonly string[] | null
  readonly from: string | null
  readonly to: string | null
}

export interface EntryTerms {
  readonly kind: EntryKind
  /** Of grants and licences. */
  readonly exclusive: boolean
  readonly boxes: readonly TermBox[]
  /** Who granted, who bought, for whom it is held. */
  readonly party: string | null
  /** The reference of the contract. */
  readonly contract: string | null
  /** The words of the contract that say so. */
  readonly clause: string | null
  /** Of an option: the last day on which it is alive. */
  readonly expires: string | null
  /** Of a broadcast licence: it ends with its last run and the catch-up after it, if that comes before its last day. */
  readonly runs: Runs | null
  /** The window waits for something; `from` and `to` of the boxes are the earliest start and the outer date. */
  readonly event: WindowEvent | null
  /** What the licensee asks the house to keep free of others. */
  readonly imposes: readonly TermBox[]
  readonly note: string | null
  /** What a platform pays or charges, as it is told to it; absent: nothing is said here. It changes no availability. */
  readonly price?: readonly PriceTerm[]
}

export interface Runs {
  readonly count: number
  /** Days that the programme stays in catch-up after a run. */
  readonly catchUpDays: number
  /** Days of the runs that were used, in order. */
  readonly broadcasts: readonly string[]
}

export interface WindowEvent {
  readonly kind: EventKind
  /** When it happened; null until it has. */
  readonly date: string | null
  /** How long the window is from that day on; null: to the outer date. */
  readonly months: number | null
}
