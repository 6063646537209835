/** The check character of ISO 7064, hybrid system MOD 37,36, which EIDR and ISAN (ISO 15706) use. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * The check character of a string of digits and capital letters; throws a RangeError on anything else.
 *
 * @example
 * checkCharacter('8FF31C2084F5F2478BCD') // "E"
 */
export function checkCharacter(digits: string): string {
  let product = 36
  for (const digit of digits) {
    const value = ALPHABET.indexOf(digit)
    if (value < 0) throw new RangeError(`not a digit of ISO 7064: ${digit}`)
    const sum = (product + value) % 36 || 36
    product = (sum * 2) % 37
  }
  return ALPHABET[(37 - product) % 36]!
}
