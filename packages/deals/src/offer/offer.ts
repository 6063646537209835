/**
 * What is offered: films with rights in them, a price for each or one for all, when it is paid, what is delivered, and until
 * when it stands. Values alone; terms of rights are those of the rights book, so that what is agreed is what is signed.
 */
import { allocate } from '@vitrine/ledger/money/allocate'
import type { EntryTerms } from '@vitrine/rights/book/entry'

export const OFFER_SIDES = ['house', 'buyer'] as const
export type OfferSide = (typeof OFFER_SIDES)[number]

/** What a buyer is given to put a film on air. */
export const DELIVERABLES = ['cut', 'language-version', 'subtitles', 'music-and-effects', 'dialogue-list', 'music-cue-sheet', 'stills', 'poster', 'trailer', 'synopsis', 'errors-and-omissions', 'chain-of-title'] as const // prettier-ignore
export type DeliverableKind = (typeof DELIVERABLES)[number]

/** What an instalment waits for. */
export const PAYMENT_EVENTS = ['signature', 'delivery', 'acceptance', 'licence-start', 'day'] as const
export type PaymentEvent = (typeof PAYMENT_EVENTS)[number]

export interface OfferLine {
  readonly titleId: string
  /** The film as it was called when it was offered. */
  readonly title: string
  /** The licence as it would stand in the book: kind `licence`; party and contract are filled in when it is signed. */
  readonly rights: EntryTerms
  /** The price of this film's rights in minor units: of a package its share, which together are the price of the package. */
  readonly minor: number
  /** What comes with it. */
  readonly materials: readonly MaterialWanted[]
}

export interface MaterialWanted {
  readonly kind: DeliverableKind
  /** Which: "HD ProRes 422 HQ", "fr:subtitled". */
  readonly detail: string | null
  /** Days after signature by which it is there; null: before the licence begins. */
  readonly days: number | null
}

export interface Payment {
  /** Of the whole price, in hundredths of a percent: all payments together are 10,000. */
  readonly share: number
  readonly event: PaymentEvent
  /** Days after the event. */
  readonly days: number
  /** For the event `day`. */
  readonly day: string | null
}

export interface OfferTerms {
  /** ISO 4217; every price is in it. */
  readonly currency: string
  readonly lines: readonly OfferLine[]
  /** One price for all lines, or null when each has its own. */
  readonly package: { readonly minor: number } | null
  readonly payments: readonly Payment[]
  /** The last day on which it can be accepted; null: until it is withdrawn, and then it holds no rights. */
  readonly expires: string | null
  /** Withholding tax that the buyer keeps back, in hundredths of a percent, as the parties expect it; it changes no price. */
  readonly withholding: number
  readonly note: string | null
}

/** The whole price in minor units. */
export function priceOf(terms: OfferTerms): number {
  return terms.package?.minor ?? terms.lines.reduce((sum, line) => sum + line.minor, 0)
}

/**
 * What each payment comes to: shares of the whole price that add up to it.
 *
 * @example
 * paymentsOf({ ...terms, payments: [half, half] }) // of 100.01 EUR: [5001, 5000]
 */
export function paymentsOf(terms: OfferTerms): number[] {
  if (terms.payments.length === 0) return []
  return allocate(priceOf(terms), terms.payments.map(({ share }) => share)) // prettier-ignore
}

/**
 * The price of a package given to its films in proportion to what they would cost alone; with no prices yet, evenly.
 *
 * @example
 * spreadPackage({ ...terms, package: { minor: 10_000 } }) // lines of 3334, 3333 and 3333
 */
export function spreadPackage(terms: OfferTerms, weights: readonly number[] = terms.lines.map(({ minor }) => minor)): OfferTerms {
  if (terms.package === null || terms.lines.length === 0) return terms
  const shares = allocate(terms.package.minor, weights)
  return { ...terms, lines: terms.lines.map((line, at) => ({ ...line, minor: shares[at]! })) }
}
