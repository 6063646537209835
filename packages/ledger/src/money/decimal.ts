import { minorDigits } from './currency.ts'

/**
 * An amount as programs write it: a point, no groups, all digits of its currency.
 *
 * @example
 * decimal(1_250_000, 'EUR') // '12500.00'
 * decimal(-5, 'EUR')        // '-0.05'
 * decimal(1500, 'JPY')      // '1500'
 */
export function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return minor < 0 ? `-${whole}` : whole
}
