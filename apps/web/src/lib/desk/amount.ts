import type { Locale } from '@vitrine/messages'
import { formatMoney } from '@vitrine/messages/money'

/** The whole price of a paper, as people write it. */
export const amountOf = (locale: Locale, { currency, totalMinor }: { currency: string; totalMinor: number }): string =>
  formatMoney(locale, totalMinor, currency)
