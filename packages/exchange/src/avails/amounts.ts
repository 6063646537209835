/** Prices of Avails, which have a point and no groups. */
import { isCurrency, minorDigits } from '@vitrine/ledger/money/currency'
import { money, type Money } from '@vitrine/ledger/money/money'

/**
 * An amount, or null where it has no currency in use or more digits than that has.
 *
 * @example
 * readPrice('7.99', 'EUR') // { currency: 'EUR', minor: 799 }
 */
export function readPrice(text: string, currency: string | null): Money | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (match === null || currency === null || !isCurrency(currency)) return null
  const digits = minorDigits(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return null
  const minor = Number(match[2]! + fraction.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? money(currency, match[1] === '-' ? -minor : minor) : null
}
