import { minorDigits } from './currency.ts'

/**
 * Reads an amount as people write it, whichever language they write in: "12,500.50", "12 500,50", "12'500", "12.500,5", "12500.00", with or
 * without the currency's own code or sign. The mark that groups digits and the one before the cents tell each other apart; a group of
 * three digits behind a single mark is thousands ("12.500" is twelve and a half thousand), as no currency but those of three decimals
 * has such cents. Where a text can be read in two ways nothing is guessed: `amountReadings` gives both, to be asked about.
 *
 * @returns the minor units, or null when the text is no amount of this currency (cents that it does not have, letters, two signs), or two
 * @example
 * readAmount('12 500,50', 'EUR')   // 1250050
 * readAmount('EUR 15,000', 'EUR')  // 1500000
 * readAmount('1,500', 'JPY')       // 1500
 * readAmount('12.345', 'KWD')      // null: thousands or fils?
 * readAmount('0.500', 'EUR')       // null: no thousands begin with a nought, and there are no such cents
 */
export function readAmount(text: string, currency: string): number | null {
  const [only, other] = amountReadings(text, currency)
  return only === undefined || other !== undefined ? null : only
}

/**
 * Every amount that a text can mean, the larger first: none, one, or two.
 *
 * @example
 * amountReadings('12.345', 'KWD')  // [12345000, 12345]
 * amountReadings('12.3450', 'KWD') // [12345]: a fourth digit can only stand behind a decimal mark
 */
export function amountReadings(text: string, currency: string): number[] {
  const digits = minorDigits(currency)
  const [, before, unsigned] = /^(-?) ?(.*)$/.exec(plainly(text.replaceAll('\u2212', '-'))) ?? []
  const [, behind, number] = /^(-?) ?(\d[\d.,' ]*)$/.exec(withoutCurrency(unsigned!, currency).replaceAll('’', "'")) ?? []
  if (number === undefined || (before === '-' && behind === '-')) return []
  const sign = before || behind
  const found = new Set<number>()
  for (const { whole, fraction } of partings(number)) {
    const minor = minorOf(whole, fraction, digits)
    if (minor !== null) found.add(sign === '-' && minor !== 0 ? -minor : minor)
  }
  return [...found].toSorted((a, b) => Math.abs(b) - Math.abs(a))
}

/** Thousands in groups of three behind a first one that begins with no nought, or no groups at all. */
const GROUPED = /^[1-9]\d{0,2}(?:([ ',.])\d{3}(?:\1\d{3})*)?$|^\d+$/

/** The digits before and behind the decimal mark, in each way in which the marks can be understood. */
function partings(number: string): { whole: string; fraction: string }[] {
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  const parted = at === -1 ? [] : [{ whole: number.slice(0, at), fraction: number.slice(at + 1), mark: number[at]! }]
  return [{ whole: number, fraction: '', mark: '' }, ...parted]
    .filter(
      ({ whole, fraction, mark }) => GROUPED.test(whole) && /^\d*$/.test(fraction) && (mark === '' || !whole.includes(mark)),
    )
    .map(({ whole, fraction }) => ({ whole: whole.replaceAll(/\D/g, ''), fraction }))
}

function minorOf(whole: string, fraction: string, digits: number): number | null {
  // Noughts beyond the cents change nothing; just three digits are left to the thousands.
  const cents = fraction.length === 3 && digits < 3 ? fraction : fraction.replace(/0+$/, '')
  if (cents.length > digits) return null
  const minor = Number(whole + cents.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}

/** With no spaces round it, and plain ones within. */
const plainly = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const signs = new Map<string, string[]>()
/** The code of a currency and its signs in the languages of the trade: "EUR", "€"; of a dollar also "US$" and "$US". */
function signsOf(currency: string): string[] {
  const known = signs.get(currency)
  if (known !== undefined) return known
  const signOf = (locale: string, currencyDisplay: 'symbol' | 'narrowSymbol') =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')!.value
  const found = ['en', 'en-GB', 'fr'].flatMap((locale) => [signOf(locale, 'symbol'), signOf(locale, 'narrowSymbol')])
  const longestFirst = [...new Set([currency, ...found].map(plainly))].toSorted((a, b) => b.length - a.length)
  signs.set(currency, longestFirst)
  return longestFirst
}

function withoutCurrency(text: string, currency: string): string {
  const plain = text.toUpperCase()
  for (const sign of signsOf(currency)) {
    const capital = sign.toUpperCase()
    if (plain.startsWith(capital)) return text.slice(sign.length).trim()
    if (plain.endsWith(capital)) return text.slice(0, -sign.length).trim()
  }
  return text
}
