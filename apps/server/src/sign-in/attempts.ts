/** How often somebody may try to come in, or to change how they do. */
import { TooManyRequests } from '../site-context.ts'
import { limit, type Limit } from './limits.ts'

export interface Attempts {
  /** A link asked for: by the address that the request came from, and by the mail address. */
  askedFor(address: string, email: string): Promise<void>
  /** A link or a code tried. */
  tried(address: string): Promise<void>
  /** Whoever is in changes their own sign-in: counted by session, as a whole office may stand behind one address. */
  changedBy(session: string): Promise<void>
}

/** Each throws when it was too often. */
export function countAttempts(): Attempts {
  const [byAddress, byMail, byAttempt, bySession] = [limit(10, 60), limit(5, 15 * 60), limit(20, 60), limit(60, 60)]
  const take = async (counted: Limit, key: string): Promise<void> => {
    const allowance = await counted.take(key)
    if (!allowance.allowed) throw new TooManyRequests(allowance.reset)
  }
  return {
    async askedFor(address, email) {
      // Both count, whichever refuses.
      const [first, second] = [await byAddress.take(address), await byMail.take(email)]
      for (const { allowed, reset } of [first, second]) if (!allowed) throw new TooManyRequests(reset)
    },
    tried: (address) => take(byAttempt, address),
    changedBy: (session) => take(bySession, session),
  }
}
