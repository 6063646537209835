/** Letters that the house owes go out; how each fared is noted. Several servers may do this at once: each takes its own. */
import { SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'
import type { Mail } from './mail.ts'

/** One round. Answers how many were tried. A server that stops or dies with letters in hand loses none: their lease runs out. */
export async function sendLetters(house: House, mail: Mail, log: Log, signal: AbortSignal): Promise<number> {
  const stopped = new Promise<'stopped'>((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))
  const letters = await house.takeLetters(SYSTEM)
  await Promise.all(
    letters.map(async ({ id, attempts, to, subject, text }) => {
      const sending = mail.send({ to, subject, text }).then(
        () => ({ outcome: 'sent', status: 'sent' }) as const,
        (error: unknown) => {
          log.warn('letter', { id, ...describeError(error) })
          return failureOf(error)
        },
      )
      const fate = await Promise.race([sending, stopped])
      if (fate !== 'stopped') await house.noteLetter(SYSTEM, { id, attempts, ...fate })
    }),
  )
  return letters.length
}

/** A refused receiver (RFC 5321, 5xx) stays refused; anything else may pass. Never the words of the other side. */
function failureOf(error: unknown): { outcome: 'failed' | 'refused'; status: string } {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return {
    outcome: responseCode !== undefined && responseCode >= 500 && code === 'EENVELOPE' ? 'refused' : 'failed',
    status: responseCode === undefined ? (code ?? 'failed') : String(responseCode),
  }
}
