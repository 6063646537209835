/** Every letter that the house writes. */

export const LETTER_KINDS = [
  'sent-list',
  'offer',
  'offer-answer',
  'sign-paper',
  'signing-code',
  'paper-done',
  'reminder',
  'seat',
  'digest',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/**
 * Letters beyond the business at hand: they say how to end them (RFC 8058), and whoever did, or refused to get such letters,
 * gets none. Every other letter is part of a sale that its receiver is in.
 */
export const BEYOND_BUSINESS: ReadonlySet<string> = new Set<LetterKind>(['sent-list', 'digest'])
