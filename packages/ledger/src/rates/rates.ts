/**
 * Dated rates of exchange: how many units of a currency one euro bought on a day, as the European Central Bank publishes them.
 * Rates stay decimal texts and arithmetic is in whole numbers, so that a converted sum is the same on every machine.
 */
import { money, type Money } from '../money/money.ts'
import { minorDigits } from '../money/currency.ts'

/** Rates of one day against the euro: `{ day: '2026-11-25', rates: { USD: '1.0823' } }`. */
export interface DayOfRates {
  readonly day: string
  readonly rates: Readonly<Record<string, string>>
}

export interface Converted {
  readonly amount: Money
  /** The day whose rates were used: the last one on or before the day asked, as banks publish none on holidays. */
  readonly day: string
}

/**
 * An amount in another currency, at the rates of `day` or of the last day before it that has both; null when there is none.
 * Rounded once, at the end, halves away from zero.
 *
 * @param days in order of their days, the earliest first
 * @example
 * convert(money('USD', 10_823), 'EUR', '2026-11-26', [{ day: '2026-11-25', rates: { USD: '1.0823' } }])
 * // { amount: { currency: 'EUR', minor: 10000 }, day: '2026-11-25' }
 */
export function convert(amount: Money, currency: string, day: string, days: readonly DayOfRates[]): Converted | null {
  if (amount.currency === currency) return { amount, day }
  for (let at = lastUpTo(days, day); at >= 0; at--) {
    const { rates, day: used } = days[at]!
    const from = amount.currency === 'EUR' ? '1' : rates[amount.currency]
    const to = currency === 'EUR' ? '1' : rates[currency]
    if (from !== undefined && to !== undefined) return { amount: money(currency, times(amount, currency, from, to)), day: used }
  }
  return null
}

/** The place of the last day that is not after `day`; -1 when all are. */
function lastUpTo(days: readonly DayOfRates[], day: string): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]!.day <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

function times({ minor, currency }: Money, into: string, from: string, to: string): number {
  const [fromDigits, fromPlaces] = whole(from)
  const [toDigits, toPlaces] = whole(to)
  // minor · 10^-d · (to / from), in minor units of `into`: every power of ten on one side or the other of the fraction.
  const shift = minorDigits(into) - minorDigits(currency) + fromPlaces - toPlaces
  const above = BigInt(Math.abs(minor)) * toDigits * 10n ** BigInt(Math.max(shift, 0))
  const below = fromDigits * 10n ** BigInt(Math.max(-shift, 0))
  const rounded = Number((2n * above + below) / (2n * below))
  return minor < 0 ? -rounded : rounded
}

/** "1.0823" as 10823 and 4 places. */
function whole(rate: string): [digits: bigint, places: number] {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(rate)
  const digits = match === null ? 0n : BigInt(match[1]! + (match[2] ?? ''))
  if (digits === 0n) throw new RangeError(`${rate} is not a rate of exchange`)
  return [digits, match![2]?.length ?? 0]
}
