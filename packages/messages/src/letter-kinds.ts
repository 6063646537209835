/** Every letter that the house writes. */

export const LETTER_KINDS = [
  'sent-list',
  'screener',
  'offer',
  'offer-answer',
  'sign-paper',
  'signing-code',
  'paper-done',
  'reminder',
  'seat',
  'welcome',
  'digest',
  'tasks',
  'template-test',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** The kinds that have no words of their own: a test has those of the letter that it tests. */
export const WITHOUT_TEMPLATE: ReadonlySet<LetterKind> = new Set<LetterKind>(['template-test'])

/**
 * Letters beyond the business at hand: they say how to end them (RFC 8058), and whoever did, or refused to get such letters,
 * gets none. Every other letter is part of a sale that its receiver is in.
 */
export const BEYOND_BUSINESS: ReadonlySet<string> = new Set<LetterKind>(['sent-list', 'digest', 'tasks'])
