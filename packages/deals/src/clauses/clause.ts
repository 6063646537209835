/** A clause of the house: words in both languages, for some kinds of paper, under one plain condition. Every version is kept. */
import { priceOf, type OfferTerms } from '../offer/offer.ts'

export const PAPER_KINDS = ['memo', 'contract', 'amendment'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** When a clause is part of a paper: data, not a language. */
export const CLAUSE_CONDITIONS = ['always', 'exclusive', 'non-exclusive', 'package', 'runs', 'event', 'holdbacks', 'withholding', 'materials', 'free'] as const // prettier-ignore
export type ClauseCondition = (typeof CLAUSE_CONDITIONS)[number]

export interface ClauseWords {
  readonly heading: string
  /** Paragraphs parted by empty lines; `{{name}}` stands for a variable. */
  readonly text: string
}
export interface ClauseTerms {
  readonly kinds: readonly PaperKind[]
  readonly when: ClauseCondition
  /** Its place among the others, the lowest first. */
  readonly place: number
  readonly en: ClauseWords
  readonly fr: ClauseWords
}

/**
 * Whether a clause belongs in a paper of a kind about an offer.
 *
 * @example
 * clauseApplies({ ...clause, when: 'package' }, 'contract', offer) // true when the offer has one price for all its films
 */
export function clauseApplies({ kinds, when }: ClauseTerms, kind: PaperKind, offer: OfferTerms): boolean {
  return kinds.includes(kind) && HOLDS[when](offer)
}

const HOLDS: Readonly<Record<ClauseCondition, (offer: OfferTerms) => boolean>> = {
  always: () => true,
  exclusive: ({ lines }) => lines.some(({ rights }) => rights.exclusive),
  'non-exclusive': ({ lines }) => lines.some(({ rights }) => !rights.exclusive),
  package: (offer) => offer.package !== null,
  runs: ({ lines }) => lines.some(({ rights }) => rights.runs !== null),
  event: ({ lines }) => lines.some(({ rights }) => rights.event !== null),
  holdbacks: ({ lines }) => lines.some(({ rights }) => rights.imposes.length > 0),
  withholding: ({ withholding }) => withholding > 0,
  materials: ({ lines }) => lines.some(({ materials }) => materials.length > 0),
  free: (offer) => priceOf(offer) === 0,
}
