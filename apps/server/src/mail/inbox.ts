/** Where mail comes in: a folder of files, or a folder of a mailbox. What is found there is taken in; then it is moved or marked. */
import { createHash } from 'node:crypto'
import { isHouseError, SYSTEM, type House } from '@vitrine/house'
import { MAIL_FAULTS, type MailFault } from '@vitrine/messages/inbox'
import type { InboxPlace } from '../config.ts'
import { describeError, type Log } from '../log.ts'

/** Looks once: takes what is there, as far as it comes. Throws when the place cannot be met. */
export type ReadInbox = (take: Take, signal: AbortSignal) => Promise<void>
/** Takes one message. Only when it answers is the row committed, and may the message be put away. */
export type Take = (message: Found) => Promise<'taken' | 'refused'>
/** `bytes` null: larger than any letter; it was not read to say so. */
export interface Found {
  name: string
  size: number
  bytes: Uint8Array | null
}

export async function inboxAt(place: InboxPlace): Promise<ReadInbox> {
  if (place.kind === 'folder') return (await import('./inbox-folder.ts')).inboxFolder(place.folder)
  return (await import('./inbox-imap.ts')).inboxImap(place)
}

/** One round, noted for the desk whichever way it goes. */
export async function readInbox(house: House, read: ReadInbox, log: Log, signal: AbortSignal): Promise<void> {
  const refuse = async ({ name, size, bytes }: Found, why: MailFault) => {
    const hash = createHash('sha256').update(bytes ?? `${name} ${size}`).digest('hex') // prettier-ignore
    await house.noteRefusedMail(SYSTEM, { name: name.slice(0, 200), why, hash })
    return 'refused' as const
  }
  const take: Take = async (found) => {
    if (found.bytes === null) return refuse(found, 'too-large')
    try {
      await house.takeMail(SYSTEM, { bytes: found.bytes })
      return 'taken'
    } catch (error) {
      const why = refusal(error)
      if (why === null) throw error // of the house, not of the message: it stays where it is and is tried again
      return refuse(found, why)
    }
  }
  try {
    await read(take, signal)
    if (!signal.aborted) await house.noteMailPlace(SYSTEM, { place: 'inbox', fault: null })
  } catch (error) {
    if (signal.aborted) return
    log.warn('inbox', describeError(error))
    await house.noteMailPlace(SYSTEM, { place: 'inbox', fault: faultOf(error) })
  }
}

function refusal(error: unknown): MailFault | null {
  if (!isHouseError(error)) return null
  return MAIL_FAULTS.find((one) => one === error.details['reason']) ?? null
}

/** What is wrong, as a word that the desk has a sentence for, or else as a code; never the words of the other side. */
export function faultOf(error: unknown): string {
  const { code, authenticationFailed, mailboxMissing } = error as { code?: unknown; authenticationFailed?: boolean; mailboxMissing?: boolean } // prettier-ignore
  if (authenticationFailed === true) return 'wrong-password'
  if (mailboxMissing === true) return 'not-there'
  const said = typeof code === 'string' ? code : ''
  return FAULTS.find(([codes]) => codes.test(said))?.[1] ?? (/^[\w-]{1,40}$/.test(said) ? said : 'failed')
}

const FAULTS = [
  [/^(?:ENOENT|ENOTDIR)$/, 'no-folder'],
  [/^(?:EACCES|EPERM|EROFS)$/, 'no-access'],
  [/^(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|NoConnection|EConnectionClosed|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ClosedAfterConnect\w*)$/, 'no-answer'],
  [/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_/, 'certificate'],
] as const // prettier-ignore
