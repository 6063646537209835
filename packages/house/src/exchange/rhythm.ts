/** When something that repeats is due: every day, on a day of the week or of the month, at an hour of UTC. */
import { z } from 'zod'

export const Rhythm = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day'), hour: z.int().min(0).max(23) }),
  z.object({ every: z.literal('week'), day: z.int().min(1).max(7), hour: z.int().min(0).max(23) }),
  z.object({ every: z.literal('month'), day: z.int().min(1).max(28), hour: z.int().min(0).max(23) }),
])
/** Days of a week are numbered from Monday, 1, to Sunday, 7; a month has no day here that some months lack. */
export type Rhythm = z.infer<typeof Rhythm>

/**
 * The next moment that is due, after this one.
 *
 * @example
 * nextAfter({ every: 'week', day: 1, hour: 6 }, new Date('2026-11-26T10:00:00Z')) // Monday the 30th, at six
 */
export function nextAfter(rhythm: Rhythm, after: Date): Date {
  const [year, month, day] = [after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate()]
  const at = (days: number, months = 0) => new Date(Date.UTC(year, month + months, days, rhythm.hour))
  const candidates = (): Date[] => {
    if (rhythm.every === 'day') return [at(day), at(day + 1)]
    if (rhythm.every === 'month') return [at(rhythm.day), at(rhythm.day, 1)]
    const ahead = (rhythm.day - (after.getUTCDay() || 7) + 7) % 7
    return [at(day + ahead), at(day + ahead + 7)]
  }
  return candidates().find((one) => one > after)!
}
