/**
 * A deal memo, contract or amendment as it was drawn up: every word of it, in its language. A paper keeps what it was made
 * with; clauses that the house changes later change no paper.
 */
import type { PaperKind } from '../clauses/clause.ts'
import type { PartVariable } from '../clauses/variables.ts'
import type { ScheduleBlock } from '../schedule/schedule.ts'

export const PAPER_SIDES = ['house', 'buyer'] as const
export type PaperSide = (typeof PAPER_SIDES)[number]

export interface PaperParty {
  readonly side: PaperSide
  /** What the party is called in the paper: Licensor, Licensee. */
  readonly role: string
  readonly name: string
  readonly address: string | null
  readonly signatory: string
}
export type PaperParagraph = { readonly text: string } | { readonly part: PartVariable }

export interface PaperClause {
  /** null: of the example, or agreed for this paper alone. */
  readonly id: string | null
  /** 0: of the example; null: agreed for this paper alone. */
  readonly version: number | null
  readonly heading: string
  readonly paragraphs: readonly PaperParagraph[]
}
export interface PaperFilm {
  readonly title: string
  readonly facts: string
  readonly blocks: readonly ScheduleBlock[]
  /** The schedule as text: what is read back to the boxes of the rights book. */
  readonly schedule: string
  readonly materials: readonly { readonly what: string; readonly when: string }[]
}
/** One amendment as its paper puts it: of each line what it said, and what it says from now on. */
export interface PaperChange {
  readonly heading: string
  readonly films: readonly { readonly title: string; readonly rows: readonly PaperChangeRow[] }[]
  readonly price: readonly PaperChangeRow[]
}
export interface PaperChangeRow {
  readonly label: string
  readonly was: string
  readonly becomes: string
}
export interface PaperContent {
  readonly kind: PaperKind
  readonly locale: 'en' | 'fr'
  readonly paper: 'a4' | 'letter'
  readonly title: string
  /** D-12 / C-1. */
  readonly reference: string
  readonly day: string
  /** Clauses of the house that are still the example it began with. */
  readonly example: boolean
  readonly parties: readonly PaperParty[]
  readonly clauses: readonly PaperClause[]
  readonly films: readonly PaperFilm[]
  readonly prices: { readonly rows: readonly { readonly label: string; readonly amount: string }[]; readonly total: { readonly label: string; readonly amount: string } } // prettier-ignore
  readonly payments: readonly { readonly when: string; readonly share: string; readonly amount: string }[]
  /** Of an amendment: what it changes. Papers that were drawn up before amendments said it have none. */
  readonly changes?: readonly PaperChange[]
  /** The numbers of the amendments that it puts on paper. */
  readonly amendments?: readonly number[]
  /** What was agreed besides, in the words of the offer. */
  readonly note: string | null
}
