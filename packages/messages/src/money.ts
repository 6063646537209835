/** Amounts, written as each language writes them. The currency is always said: a house deals in many. */
import { inEveryLocale, type Locale } from './locale.ts'

export const moneyWords = inEveryLocale(
  { which: 'This can be read in two ways. Which is meant?' },
  { which: 'Cela peut se lire de deux façons. Laquelle est la bonne ?' },
)

const made = new Map<string, { format: Intl.NumberFormat; digits: number }>()

function formatOf(locale: Locale, currency: string, whole: boolean) {
  const key = `${locale} ${currency} ${whole}`
  const known = made.get(key)
  if (known !== undefined) return known
  const tag = locale === 'en' ? 'en-GB' : 'fr-FR'
  const digits = new Intl.NumberFormat(tag, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  })
  const one = { format, digits }
  made.set(key, one)
  return one
}

/**
 * An amount in minor units with its currency's code. `whole`: without its smallest parts, for figures.
 *
 * @example
 * formatMoney('en', 1_250_000, 'EUR') // "EUR 12,500.00"
 * formatMoney('fr', 1_250_000, 'EUR') // "12 500,00 EUR"
 */
export function formatMoney(locale: Locale, minor: number, currency: string, style: 'exact' | 'whole' = 'exact'): string {
  const { format, digits } = formatOf(locale, currency, style === 'whole')
  // A decimal text keeps every digit of a large amount, where a double would not.
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return format.format(`${minor < 0 ? '-' : ''}${decimal}` as unknown as number)
}

/**
 * An amount as it stands in a field: the reader's decimal mark, no groups and no currency, and never to be taken for another one. Of a
 * currency of three decimals it has a nought more: "12,345" could be thousands.
 *
 * @example
 * amountText('fr', 1_250_050, 'EUR') // "12500,50"
 * amountText('en', 1_250_000, 'EUR') // "12500.00"
 * amountText('fr', 12_345, 'KWD')    // "12,3450"
 */
export function amountText(locale: Locale, minor: number, currency: string): string {
  const { digits } = formatOf(locale, currency, false)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (digits === 0) return `${sign}${text}`
  return `${sign}${text.slice(0, -digits)}${locale === 'fr' ? ',' : '.'}${text.slice(-digits)}${digits === 3 ? '0' : ''}`
}

/**
 * Hundredths of a percent as people write them.
 *
 * @example
 * formatShare('fr', 5_50) // "5,5 %"
 */
export function formatShare(locale: Locale, hundredths: number): string {
  return shares[locale].format(hundredths / 10_000)
}
const share = (tag: string) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 })
const shares: Record<Locale, Intl.NumberFormat> = { en: share('en-GB'), fr: share('fr-FR') }
