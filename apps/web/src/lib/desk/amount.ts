import { minorDigits } from '@vitrine/ledger/money/currency'
import type { Locale } from '@vitrine/messages'
import { amountInWords } from '@vitrine/messages/papers'

/** The whole price of a paper, as people write it. */
export const amountOf = (locale: Locale, { currency, totalMinor }: { currency: string; totalMinor: number }): string =>
  amountInWords(locale, currency, totalMinor, minorDigits(currency))
