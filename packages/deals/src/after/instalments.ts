/** The price of a signed sale in parts, and when each of them falls due. */
import { allocate } from '@vitrine/ledger/money/allocate'
import { type OfferTerms, type Payment, paymentsOf, priceOf } from '../offer/offer.ts'
import { addDays, type DayText } from './days.ts'

export interface InstalmentPlanned {
  readonly share: number
  readonly event: Payment['event']
  readonly days: number
  readonly day: DayText | null
  readonly minor: number
  /** What of it is for which line of the offer: the parts of an instalment are its amount, those of a line its price. */
  readonly lines: readonly number[]
}

/** An offer that names no payments is paid at once, when it is signed, within a month. */
const AT_SIGNATURE: Payment = { share: 10_000, event: 'signature', days: 30, day: null }

/**
 * The instalments of an offer, with what of each is for which film. Each takes from what is left of every line in proportion
 * to it, so that the last takes what is left exactly. An offer for nothing has none.
 *
 * @example
 * instalmentsOf(terms).map(({ minor, lines }) => [minor, lines]) // of 33.33 and 66.67: [[5000, [1667, 3333]], [5000, [1666, 3334]]]
 */
export function instalmentsOf(terms: OfferTerms): InstalmentPlanned[] {
  if (priceOf(terms) === 0) return []
  const payments = terms.payments.length === 0 ? [AT_SIGNATURE] : terms.payments
  const amounts = paymentsOf({ ...terms, payments })
  const left = terms.lines.map(({ minor }) => minor)
  return payments.map(({ share, event, days, day }, at) => {
    const minor = amounts[at]!
    const lines = allocate(minor, left)
    for (const [line, part] of lines.entries()) left[line]! -= part
    return { share, event, days, day, minor, lines }
  })
}

/** What is known of a sale when an instalment is asked for its day; null: that has not happened. */
export interface SaleSoFar {
  readonly signedOn: DayText
  /** The day on which the last thing that was wanted had been sent, and on which the last had been accepted. */
  readonly deliveredOn: DayText | null
  readonly acceptedOn: DayText | null
  /** The first day on which a licence may be used; null while it waits for something. */
  readonly licenceStart: DayText | null
}

/** The day on which an instalment is to be paid; null while it waits. */
export function dueDayOf({ event, days, day }: Pick<Payment, 'event' | 'days' | 'day'>, sale: SaleSoFar): DayText | null {
  const from = { signature: sale.signedOn, delivery: sale.deliveredOn, acceptance: sale.acceptedOn, 'licence-start': sale.licenceStart, day }[event] // prettier-ignore
  return from === null ? null : addDays(from, days)
}
