/** Mail by SMTP, with the patience that mail servers ask for. */
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport, type NodemailerError } from 'nodemailer'
import { describeError, type Log } from '../log.ts'
import { headersOf, type Mail } from './mail.ts'

/** Milliseconds between one try and the next: six minutes in all, well within the hour that a sign-in link is good for. */
const PAUSES = [5_000, 30_000, 90_000, 240_000]
/** A server that is down, far away or just starting; a certificate that is not trusted has other codes. */
const PASSING = new Set(
  'ECONNECTION ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH EDNS ENOTFOUND EAI_AGAIN'.split(' '),
)
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i

/**
 * Mails by SMTP: `smtp://user:password@host:587`, `smtps://…:465`. TLS is used wherever the server offers it, and its certificate must
 * be trusted; a password goes over TLS only, except to this machine. What the server puts off (4xx, no answer) is tried again for
 * six minutes; what it refuses (5xx, a certificate, a password) fails at once.
 *
 * Nothing is kept on disk meanwhile: mails hold sign-in links, and whoever waits for one can ask for another.
 */
export function mailByServer(smtpUrl: string, from: string, log: Log, pauses: readonly number[] = PAUSES): Mail {
  const transport = createTransport(
    { url: smtpUrl, ...tlsFor(smtpUrl), connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 },
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    async send(mail) {
      const { to, subject, text, html } = mail
      // As an object, an address is one address, whatever is written in it.
      const letter = {
        ...headersOf(mail, from),
        to: { name: '', address: to },
        subject,
        text,
        ...(html === undefined ? {} : { html }),
      }
      for (const wait of pauses) {
        try {
          await transport.sendMail(letter)
          return
        } catch (error) {
          if (!mayPass(error)) throw error
          log.warn('mail-waits', { seconds: wait / 1000, ...describeError(error) })
        }
        await pause(wait, undefined, { ref: false })
      }
      await transport.sendMail(letter)
    },
    outbox: () => Promise.resolve(null),
  }
}

function tlsFor(smtpUrl: string): { requireTLS?: true } {
  const { username, hostname, searchParams } = new URL(smtpUrl)
  return username === '' || LOOPBACK.test(hostname) || searchParams.has('requireTLS') ? {} : { requireTLS: true }
}

/** Whether trying again may help: the server asked for it, or could not be reached. */
function mayPass(error: unknown): boolean {
  const { responseCode, code, originalCode } = error as NodemailerError & { originalCode?: string }
  if (responseCode !== undefined) return responseCode >= 400 && responseCode < 500
  return [code, originalCode].some((one) => PASSING.has(one ?? ''))
}
