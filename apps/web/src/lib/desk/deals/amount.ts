/** Prices and shares as people write them, in forms of a sale. */
import { isCurrency } from '@vitrine/ledger/money/currency'
import { readAmount } from '@vitrine/ledger/money/read-amount'
import type { Locale } from '@vitrine/messages'
import { amountText } from '@vitrine/messages/money'

/**
 * A price in minor units: of nothing 0, of what is no price null.
 *
 * @example
 * priceIn('12 500', 'EUR') // 1_250_000
 * priceIn('twelve', 'EUR') // null
 */
export function priceIn(text: string, currency: string): number | null {
  if (text.trim() === '') return 0
  if (!isCurrency(currency)) return null
  const minor = readAmount(text, currency)
  return minor === null || minor < 0 ? null : minor
}

/** The same back into a field, without cents where it has none; it is read as the same price. */
export const priceText = (locale: Locale, minor: number, currency: string): string =>
  isCurrency(currency) ? amountText(locale, minor, currency).replace(/[.,]0+$/, '') : ''

/** A percentage in hundredths of a percent: 33.33 → 3333; null: none. */
export function shareIn(text: string): number | null {
  const found = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text)
  if (found === null) return text.trim() === '' ? 0 : null
  const share = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return share > 10_000 ? null : share
}

export const shareText = (locale: Locale, share: number): string => priceText(locale, share, 'EUR')
