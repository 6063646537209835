/** An invoice as a value: every word and every sum on it. Once it has a number it is never made again, only read. */
import type { Party, Seller } from './party.ts'
import { shareOf, type VatTreatment } from './vat.ts'

export interface InvoiceLine {
  /** What is paid for: the film. */
  readonly text: string
  /** Which part of the price: "50 % on signature". */
  readonly detail: string | null
  readonly titleId: string | null
  /** Without tax, in minor units. */
  readonly minor: number
  /** Of a credit note: which line of the invoice it takes from, counted from 0. */
  readonly of?: number
}

export interface Invoice {
  readonly number: string
  readonly kind: 'invoice' | 'credit-note'
  readonly locale: 'en' | 'fr'
  readonly issuedOn: string
  readonly dueOn: string
  /** The day on which what is paid for was given: of a licence, that of the signature. */
  readonly suppliedOn: string
  readonly currency: string
  readonly seller: Seller
  readonly buyer: Party
  /** The house's reference of the sale: D-12. */
  readonly reference: string
  /** What the buyer wants to find on it: an order number. */
  readonly buyerReference: string | null
  readonly lines: readonly InvoiceLine[]
  readonly vat: {
    readonly treatment: VatTreatment
    /** In hundredths of a percent; 0 unless `domestic`. */
    readonly rate: number
    /** The sentence that the law wants where no tax is charged. */
    readonly mention: string | null
    /** The tax in the currency of the seller's country, where the invoice is in another (Directive 2006/112/EC, Article 230). */
    readonly inHouse: { readonly currency: string; readonly minor: number; readonly rateDay: string } | null
  }
  readonly sums: InvoiceSums
  /** Tax that the buyer keeps back and pays at home. It changes no sum: it says what is expected to arrive. */
  readonly withheld: { readonly rate: number; readonly minor: number }
  /** Payment terms in words. */
  readonly terms: string
  /** What the seller's law wants below: penalties for late payment, capital, register. */
  readonly legal: string | null
  /** Of a credit note: the invoice it takes back, and what that came to where only a part of it is. */
  readonly credits: {
    readonly number: string
    readonly issuedOn: string
    readonly reason: string
    readonly partOf?: number
  } | null
}

export interface InvoiceSums {
  readonly net: number
  readonly vat: number
  readonly total: number
}

/**
 * The sums of an invoice: lines first, the tax of all of them together once (EN 16931, BR-CO-10, -13 to -17).
 *
 * @example
 * sumsOf([{ minor: 10_01 }, { minor: 5_00 }], 20_00) // { net: 1501, vat: 300, total: 1801 }
 */
export function sumsOf(lines: readonly Pick<InvoiceLine, 'minor'>[], vatRate: number): InvoiceSums {
  const net = lines.reduce((sum, { minor }) => sum + minor, 0)
  const vat = shareOf(net, vatRate)
  if (!Number.isSafeInteger(net + vat)) throw new RangeError('the sum is larger than can be held exactly')
  return { net, vat, total: net + vat }
}
