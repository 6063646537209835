import { isCurrency } from '@vitrine/ledger/money/currency'
import { priceOf, type OfferTerms } from './offer.ts'

/** What is wrong with an offer, by field; the words for people are in packages/messages/src/deals.ts. */
export const OFFER_FAULTS = ['no-lines', 'too-many-lines', 'currency', 'price', 'unpriced', 'allocation', 'payment-shares', 'payment-day', 'expired', 'not-a-licence', 'withholding'] as const // prettier-ignore
export type OfferFaultCode = (typeof OFFER_FAULTS)[number]
export interface OfferFault {
  readonly path: string
  readonly code: OfferFaultCode
  /** For `allocation` and `payment-shares`: how much is missing (below zero: too much), in minor units or hundredths of a percent. */
  readonly missing?: number
}

export const MOST_LINES = 200
const WHOLE = 10_000

/**
 * Everything that keeps an offer from being sent. The shares of a package must be its price to the cent, and the payments
 * the whole of it: a remainder that nobody was told of is how houses lose money.
 *
 * @param today `YYYY-MM-DD`: an offer that expires before it cannot be sent
 * @example
 * faultsOfOffer({ ...terms, package: { minor: 100 }, lines: [{ ...line, minor: 99 }] }, today)
 * // [{ path: 'package', code: 'allocation', missing: 1 }]
 */
export function faultsOfOffer(terms: OfferTerms, today: string): OfferFault[] {
  const faults: OfferFault[] = []
  if (terms.lines.length === 0) faults.push({ path: 'lines', code: 'no-lines' })
  if (terms.lines.length > MOST_LINES) faults.push({ path: 'lines', code: 'too-many-lines' })
  if (!isCurrency(terms.currency)) faults.push({ path: 'currency', code: 'currency' })
  for (const [at, line] of terms.lines.entries()) {
    if (!isPrice(line.minor)) faults.push({ path: `lines[${at}].minor`, code: 'price' })
    if (line.rights.kind !== 'licence') faults.push({ path: `lines[${at}].rights`, code: 'not-a-licence' })
  }
  faults.push(...faultsOfPackage(terms), ...faultsOfPayments(terms))
  if (!Number.isInteger(terms.withholding) || terms.withholding < 0 || terms.withholding > WHOLE) faults.push({ path: 'withholding', code: 'withholding' }) // prettier-ignore
  if (terms.expires !== null && terms.expires < today) faults.push({ path: 'expires', code: 'expired' })
  return faults
}

/**
 * What has no price and would go out for nothing: a package, or films that have a price each. Of a draft nobody can tell one that is free from one that nobody
 * priced yet, so whoever sends it says which it is.
 *
 * @example
 * unpriced({ ...terms, package: null, lines: [{ ...line, minor: 0 }] }) // [{ path: 'lines[0].minor', code: 'unpriced' }]
 */
export function unpriced(terms: OfferTerms): OfferFault[] {
  if (terms.package !== null) return terms.package.minor === 0 ? [{ path: 'package', code: 'unpriced' }] : []
  return terms.lines.flatMap(({ minor }, at) => (minor === 0 ? [{ path: `lines[${at}].minor`, code: 'unpriced' as const }] : []))
}

const isPrice = (minor: number): boolean => Number.isSafeInteger(minor) && minor >= 0

function faultsOfPackage(terms: OfferTerms): OfferFault[] {
  const sum = terms.lines.reduce((all, line) => all + line.minor, 0)
  if (terms.package === null) return isPrice(priceOf(terms)) ? [] : [{ path: 'lines', code: 'price' }]
  if (!isPrice(terms.package.minor)) return [{ path: 'package', code: 'price' }]
  const missing = terms.package.minor - sum
  return missing === 0 ? [] : [{ path: 'package', code: 'allocation', missing }]
}

function faultsOfPayments({ payments }: OfferTerms): OfferFault[] {
  const faults: OfferFault[] = []
  for (const [at, { event, day, days, share }] of payments.entries()) {
    if ((event === 'day') !== (day !== null) || !Number.isInteger(days) || days < 0) faults.push({ path: `payments[${at}]`, code: 'payment-day' }) // prettier-ignore
    if (!Number.isInteger(share) || share <= 0) faults.push({ path: `payments[${at}].share`, code: 'payment-shares' })
  }
  const missing = WHOLE - payments.reduce((sum, { share }) => sum + share, 0)
  if (payments.length > 0 && missing !== 0) faults.push({ path: 'payments', code: 'payment-shares', missing })
  return faults
}
