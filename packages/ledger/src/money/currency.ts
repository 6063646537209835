/** Currencies by their ISO 4217 codes, as the language's own tables know them: nothing is typed by hand. */

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const digitsOf = new Map<string, number>()

/**
 * Whether a text is the code of a currency in use.
 *
 * @example
 * isCurrency('EUR') // true
 * isCurrency('eur') // false: codes are capital letters
 */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code)
}

/**
 * How many digits the minor unit of a currency has (ISO 4217 by way of CLDR).
 *
 * @example
 * minorDigits('EUR') // 2
 * minorDigits('JPY') // 0
 * minorDigits('KWD') // 3
 * @throws RangeError for a text that is no currency
 */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency)
  if (known !== undefined) return known
  if (!isCurrency(currency)) throw new RangeError(`${currency} is not the ISO 4217 code of a currency`)
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digitsOf.set(currency, digits)
  return digits
}
