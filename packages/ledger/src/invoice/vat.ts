/**
 * Value added tax on the licence of a film between businesses. To let somebody use a right is a service (Directive
 * 2006/112/EC, Article 25 (a)), and its place is where the customer is established (Article 44).
 */
import type { Party } from './party.ts'

export const VAT_TREATMENTS = ['domestic', 'reverse-charge', 'outside', 'exempt'] as const
/**
 * - `domestic`: seller and buyer in one country, or a buyer in the Union without a VAT number: the seller's rate.
 * - `reverse-charge`: a taxable buyer in another member state owes the tax (Articles 44 and 196).
 * - `outside`: the buyer is outside of the Union, so the service is outside the scope of its VAT (Article 44).
 * - `exempt`: the seller is a small enterprise that charges none (Article 284).
 */
export type VatTreatment = (typeof VAT_TREATMENTS)[number]

/** Member states, and Monaco, which is treated as France (Article 7 (1)). XI counts for goods alone and is not here. */
const UNION = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE MC'.split(' '))
const asTaxed = (country: string): string => (country === 'MC' ? 'FR' : country)

export const inVatUnion = (country: string): boolean => UNION.has(country)

/**
 * How a licence is taxed, by where the parties are. What somebody of the house knows better they say on the invoice.
 *
 * @example
 * vatTreatment({ country: 'FR', vatId: 'FR40303265045' }, { country: 'PL', vatId: 'PL5260001246' }, false) // 'reverse-charge'
 */
export function vatTreatment(
  seller: Pick<Party, 'country' | 'vatId'>,
  buyer: Pick<Party, 'country' | 'vatId'>,
  smallEnterprise: boolean,
): VatTreatment {
  if (smallEnterprise) return 'exempt'
  if (asTaxed(seller.country) === asTaxed(buyer.country)) return 'domestic'
  if (!inVatUnion(buyer.country) || !inVatUnion(seller.country)) return 'outside'
  return buyer.vatId === null ? 'domestic' : 'reverse-charge'
}

/** Why the parties named cannot be invoiced so; null when they can. */
export function vatFault(
  treatment: VatTreatment,
  seller: Pick<Party, 'vatId' | 'registration'>,
  buyer: Pick<Party, 'vatId'>,
): 'seller-vat-id' | 'buyer-vat-id' | 'seller-registration' | null {
  if ((treatment === 'domestic' || treatment === 'reverse-charge') && seller.vatId === null) return 'seller-vat-id'
  if (treatment === 'reverse-charge' && buyer.vatId === null) return 'buyer-vat-id'
  return seller.vatId === null && seller.registration === null ? 'seller-registration' : null
}

/**
 * A share of an amount, in hundredths of a percent, rounded once, halves away from zero.
 *
 * @example
 * shareOf(100_05, 20_00) // 2001
 */
export function shareOf(minor: number, hundredths: number): number {
  const product = BigInt(Math.abs(minor)) * BigInt(hundredths)
  const rounded = Number((2n * product + 10_000n) / 20_000n)
  return minor < 0 ? -rounded || 0 : rounded
}
