import { minorDigits } from './currency.ts'

/**
 * Reads an amount as people write it, in English or in French: "12,500.50", "12 500,50", "12'500", "12.500,5". A group of
 * three digits behind a single mark is thousands ("12.500" is twelve and a half thousand in both), unless the currency itself
 * has three digits behind the mark: there the text is refused as ambiguous.
 *
 * @returns the minor units, or null when the text is no amount of this currency (cents that it does not have, letters, two signs)
 * @example
 * readAmount('12 500,50', 'EUR') // 1250050
 * readAmount('1,500', 'JPY')     // 1500
 * readAmount('12.345', 'KWD')    // null: thousands or fils?
 */
export function readAmount(text: string, currency: string): number | null {
  const digits = minorDigits(currency)
  const plain = text.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  const match = /^(-?)(\d[\d.,]*)$/.exec(plain)
  if (match === null) return null
  const [, sign, number] = match
  const parted = partsOf(number!, digits)
  if (parted === null || parted.fraction.length > digits) return null
  const minor = Number(parted.whole + parted.fraction.padEnd(digits, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** The digits before and behind the decimal mark. */
function partsOf(number: string, digits: number): { whole: string; fraction: string } | null {
  const marks = [...number.matchAll(/[.,]/g)].map((each) => each[0])
  if (marks.length === 0) return { whole: number, fraction: '' }
  const last = marks.at(-1)!
  const behind = number.slice(number.lastIndexOf(last) + 1)
  const kinds = new Set(marks)
  const repeated = marks.filter((mark) => mark === last).length > 1
  const decimal = kinds.size === 2 ? !repeated : !repeated && behind.length !== 3
  if (kinds.size === 1 && !repeated && behind.length === 3 && digits >= 3) return null
  const whole = decimal ? number.slice(0, number.lastIndexOf(last)) : number
  // What is not the decimal mark parts thousands: groups of three, and only one kind of mark.
  if (!/^\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?$|^\d+$/.test(whole)) return null
  return { whole: whole.replace(/[.,]/g, ''), fraction: decimal ? behind : '' }
}
