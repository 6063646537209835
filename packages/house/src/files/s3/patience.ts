import { setTimeout as pause } from 'node:timers/promises'
import { asHouseError, S3Fault } from './fault.ts'

/** How long an S3 is asked again that does not answer, counted from when it last did. */
export interface Patience {
  milliseconds: number
  heardAt: number
  signal: AbortSignal | null
}

export const patienceOf = (milliseconds: number, signal?: AbortSignal): Patience => ({
  milliseconds,
  heardAt: Date.now(),
  signal: signal ?? null,
})

const FIRST_WAIT = 100
const LONGEST_WAIT = 15_000

/**
 * Asks until there is an answer, with ever longer waits, as long as patience lasts. Only what is the same when it is done twice is asked like this.
 *
 * @throws HouseError `films-down`
 */
export async function answered<T>(patience: Patience, ask: () => Promise<T>): Promise<T> {
  const { signal, milliseconds } = patience
  for (let tries = 0; ; tries += 1) {
    signal?.throwIfAborted()
    try {
      const answer = await ask()
      patience.heardAt = Date.now()
      return answer
    } catch (thrown) {
      signal?.throwIfAborted()
      // Not all at once: those who wait do not come back in the same moment.
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 3 ** tries) * (0.5 + Math.random() / 2)
      const again = thrown instanceof S3Fault && thrown.again && Date.now() + wait - patience.heardAt < milliseconds
      if (!again) throw asHouseError(thrown)
      await pause(wait, undefined, { signal: signal ?? undefined }).catch(() => signal?.throwIfAborted())
    }
  }
}
