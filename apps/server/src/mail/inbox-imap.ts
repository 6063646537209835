/** Mail from a folder of a mailbox (IMAP): every message that is not seen is taken, then marked as seen. */
import { readFile } from 'node:fs/promises'
import { MAIL_BYTES } from '@vitrine/messages/inbox'
import { ImapFlow } from 'imapflow'
import { isLoopback, type MailboxPlace } from '../config.ts'
import type { ReadInbox } from './inbox.ts'

const MOST = 50 // a round

/**
 * Looks at a mailbox. Reading marks nothing (`BODY.PEEK`): a message is marked when its row is committed, one that was refused is
 * flagged as well, so that somebody finds it. Nothing is moved or deleted. Nothing of what goes to and fro is logged.
 */
export function inboxImap(place: MailboxPlace): ReadInbox {
  return async (take, signal) => {
    const client = new ImapFlow({
      host: place.host,
      port: place.port,
      secure: place.secure,
      ...(place.secure || isLoopback(place.host) ? {} : { doSTARTTLS: true }),
      auth: { user: place.user, pass: place.password ?? (await readFile(place.passwordFile!, 'utf8')).trim() },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 60_000,
      maxLiteralSize: MAIL_BYTES,
    })
    client.on('error', () => undefined) // what was asked fails with it and says so
    const stop = (): void => client.close()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await client.connect()
      const lock = await client.getMailboxLock(place.mailbox)
      try {
        const unseen = (await client.search({ seen: false }, { uid: true })) || []
        for (const uid of unseen.slice(0, MOST)) {
          if (signal.aborted) return
          await takeOne(client, uid, take)
        }
      } finally {
        lock.release()
      }
      await client.logout()
    } finally {
      signal.removeEventListener('abort', stop)
      client.close()
    }
  }
}

async function takeOne(client: ImapFlow, uid: number, take: Parameters<ReadInbox>[0]): Promise<void> {
  const asked = String(uid)
  const known = await client.fetchOne(asked, { uid: true, size: true }, { uid: true })
  if (known === false) return // somebody has moved it meanwhile
  const size = known.size ?? 0
  const message = size > MAIL_BYTES ? null : await client.fetchOne(asked, { uid: true, source: true }, { uid: true })
  if (message === false) return
  const outcome = await take({ name: `${uid}.eml`, size, bytes: message?.source ?? null })
  await client.messageFlagsAdd(asked, outcome === 'taken' ? ['\\Seen'] : ['\\Seen', '\\Flagged'], { uid: true })
}
