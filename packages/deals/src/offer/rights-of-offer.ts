/** An offer in the terms of the rights book: the option that a live one holds, the licence that an agreed one becomes. */
import type { EntryTerms } from '@vitrine/rights/book/entry'
import type { OfferLine } from './offer.ts'

export interface Parties {
  /** The buyer, as the book names them. */
  readonly party: string
  /** The reference of the deal. */
  readonly contract: string
}

/**
 * The option that holds a line's rights while the offer is live. It is not exclusive paper and imposes nothing: it says
 * only that these boxes are promised through a day.
 *
 * @example
 * optionOf(line, { party: 'Arte', contract: 'D-12' }, '2027-01-31').expires // '2027-01-31'
 */
export function optionOf({ rights }: OfferLine, { party, contract }: Parties, expires: string): EntryTerms {
  const option: EntryTerms & { price?: unknown } = { ...rights, kind: 'option', exclusive: false, party, contract, expires, runs: null, event: null, imposes: [], clause: null, note: null } // prettier-ignore
  delete option.price // nobody pays for a promise
  return option
}

/** The licence that a line becomes when the contract is signed. */
export function licenceOf({ rights }: OfferLine, { party, contract }: Parties): EntryTerms {
  return { ...rights, kind: 'licence', party, contract, expires: null }
}
