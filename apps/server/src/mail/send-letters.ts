/** Letters that the house owes go out; how each fared is noted. Several servers may do this at once: each takes its own. */
import { SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'
import type { Mail } from './mail.ts'

/** One round. Answers how many were tried. A server that stops or dies with letters in hand loses none: their lease runs out. */
export async function sendLetters(house: House, mail: Mail, log: Log, signal: AbortSignal): Promise<number> {
  const stopped = new Promise<'stopped'>((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))
  const letters = await house.takeLetters(SYSTEM)
  let unmet: string | null = null // a mail server that answers, whatever it answers, was met
  await Promise.all(
    letters.map(async ({ id, attempts, to, subject, text, html, stopUrl }) => {
      const sending = mail.send({ id, to, subject, text, html, stopUrl }).then(
        () => ({ outcome: 'sent', status: 'sent' }) as const,
        (error: unknown) => {
          if ((error as { responseCode?: number }).responseCode === undefined) unmet = failureOf(error).status
          log.warn('letter', { id, ...describeError(error) })
          return failureOf(error)
        },
      )
      const fate = await Promise.race([sending, stopped])
      if (fate !== 'stopped') await house.noteLetter(SYSTEM, { id, attempts, ...fate })
    }),
  )
  if (letters.length > 0 && !signal.aborted) await house.noteMailPlace(SYSTEM, { place: 'outbox', fault: unmet })
  return letters.length
}

interface Failure {
  outcome: 'failed' | 'refused'
  status: string
  noSuchAddress?: boolean
}

/**
 * What the other side's answer means (RFC 5321, RFC 3463). Only a refusal of the receiver is about the receiver: a mail server that
 * refuses the sender, or the words, may be set right. A full mailbox passes, however it is said; no such mailbox does not.
 * Never the words of the other side: its codes.
 */
export function failureOf(error: unknown): Failure {
  const { responseCode, response, code, command } = error as { responseCode?: number; response?: string; code?: string; command?: string } // prettier-ignore
  if (responseCode === undefined) return { outcome: 'failed', status: code ?? 'failed' }
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? null
  if (enhanced?.endsWith('.2.2') === true || responseCode === 452 || responseCode === 552)
    return { outcome: 'failed', status: 'mailbox-full' }
  const status = enhanced === null ? String(responseCode) : `${responseCode} ${enhanced}`
  if (responseCode < 500 || code !== 'EENVELOPE' || command === 'MAIL FROM') return { outcome: 'failed', status }
  const unknown = enhanced === null ? [550, 551, 553].includes(responseCode) : /^5\.1\.|^5\.2\.1$/.test(enhanced)
  return { outcome: 'refused', status, ...(unknown ? { noSuchAddress: true } : {}) }
}
