/**
 * Amounts of money: a whole number of minor units (cents, yen, fils) with its currency. There is no floating point in any sum,
 * and amounts of two currencies are never added: they are converted first, at a rate with a date (rates/convert.ts).
 */
import { minorDigits } from './currency.ts'

export interface Money {
  /** ISO 4217. */
  readonly currency: string
  /** A whole number, of either sign, within ±2^53. */
  readonly minor: number
}

/**
 * An amount, checked.
 *
 * @example
 * money('EUR', 1_250_000) // twelve thousand five hundred euros
 * @throws RangeError for half a cent, an amount that a double cannot hold exactly, or no currency
 */
export function money(currency: string, minor: number): Money {
  minorDigits(currency)
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`)
  return { currency, minor: minor === 0 ? 0 : minor } // no negative zero: two equal amounts are written alike
}

/**
 * The sum of amounts of one currency. Of none it is zero, so the currency is named.
 *
 * @example
 * total('EUR', [money('EUR', 250), money('EUR', 125)]) // { currency: 'EUR', minor: 375 }
 * @throws RangeError when an amount is of another currency
 */
export function total(currency: string, amounts: Iterable<Money>): Money {
  let sum = 0
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new RangeError(`${amount.currency} cannot be added to ${currency}: convert it first`)
    sum += amount.minor
    if (!Number.isSafeInteger(sum)) throw new RangeError('the sum is larger than can be held exactly')
  }
  return money(currency, sum)
}
