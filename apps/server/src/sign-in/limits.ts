/** How often a thing may be tried. Counts are kept in memory: each server counts for itself, and a restart forgets. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface Allowance {
  allowed: boolean
  limit: number
  remaining: number
  /** Whole seconds until the count starts again. */
  reset: number
}

export interface Limit {
  take(key: string): Promise<Allowance>
}

/** `points` tries every `seconds`, for each key on its own. */
export function limit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  const answer = (result: RateLimiterRes, allowed: boolean): Allowance => ({
    allowed,
    limit: points,
    remaining: Math.max(0, result.remainingPoints),
    reset: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  })
  return {
    async take(key) {
      try {
        return answer(await limiter.consume(key), true)
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return answer(refused, false)
        throw refused
      }
    },
  }
}
