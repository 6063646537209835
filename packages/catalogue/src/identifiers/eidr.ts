/**
 * EIDR content identifiers, `10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C`.
 * Source: the EIDR identifier format; the check character is ISO 7064 MOD 37,36 over the twenty hexadecimal digits alone.
 */
import { checkCharacter } from './mod-37-36.ts'

export interface EidrReading {
  /** `10.5240/8FF3-1C20-84F5-F247-8BCD-E`, with the check character as printed. */
  printed: string
  valid: boolean
  /** The check character that the digits call for. */
  expected: string
  /** Where it stands in the text. */
  start: number
  end: number
}

// Hyphens may be missing or typed as blanks; the prefix may be a DOI address or an EIDR URN.
const EIDR = /(?:10\.5240[/:]\s?)((?:[0-9a-f]{4}[-‐– ]?){5})([0-9a-z])(?![0-9a-z])/i

/**
 * Reads the first EIDR of a text; null when there is none.
 *
 * @example
 * readEidr('EIDR: 10.5240/8ff3-1c20-84f5-f247-8bcd-e')?.valid // true
 */
export function readEidr(text: string): EidrReading | null {
  const match = EIDR.exec(text)
  if (!match) return null
  const digits = match[1]!.replace(/[^0-9a-f]/gi, '').toUpperCase()
  const check = match[2]!.toUpperCase()
  const expected = checkCharacter(digits)
  const end = match.index + match[0].length
  return { printed: formatEidr(digits, check), valid: check === expected, expected, start: match.index, end }
}

/**
 * The check character of twenty hexadecimal digits, hyphens allowed.
 *
 * @example
 * computeEidr('8FF3-1C20-84F5-F247-8BCD') // "E"
 */
export function computeEidr(digits: string): string {
  const clean = digits.replace(/[^0-9a-f]/gi, '').toUpperCase()
  if (clean.length !== 20) throw new RangeError('an EIDR has twenty hexadecimal digits')
  return checkCharacter(clean)
}

/** The canonical form; computes the check character when it is not given. */
export function formatEidr(digits: string, check = computeEidr(digits)): string {
  return `${groupEidr(digits)}-${check.toUpperCase()}`
}

/** The twenty digits in their groups behind the prefix of EIDR, without a check character. */
export function groupEidr(digits: string): string {
  const clean = digits.replace(/[^0-9a-f]/gi, '').toUpperCase()
  return `10.5240/${clean.match(/.{4}/g)!.join('-')}`
}
