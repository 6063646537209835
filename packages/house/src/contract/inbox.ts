/** Mail that comes in: what it was taken for, and how the mailbox is met. */
import type { MailKind } from '@vitrine/store/mail/mail-in'
import type { Actor } from '../contract.ts'
import type { MailPlace } from './letters.ts'

export type { MailKind }

export interface TakenMail {
  id: string
  was: MailKind
  /** It had been taken before; nothing was done. */
  known: boolean
  requestId: string | null
  dealId: string | null
}

/** A message beside a request or a deal. Its words are a stranger's: text, never markup. */
export interface MailNote {
  id: string
  was: MailKind
  fromName: string
  fromEmail: string | null
  subject: string
  text: string | null
  attachments: { name: string; size: number }[]
  /** When it says that it was written. */
  writtenAt: string | null
  at: string
}

export interface Inbox {
  /** How the folder or the mailbox was met; null: it never was. */
  place: MailPlace | null
  /** What came in the last thirty days. */
  counts: Record<MailKind, number>
  /** The last ones that were refused: their names and why (packages/messages/src/inbox.ts). */
  refused: { name: string; why: string; at: string }[]
}

export interface InboxVerbs {
  /**
   * Takes one message: a request, a note beside the request or the deal that it answers, a report that a letter of ours did not
   * arrive, or something that no person wrote. The same message twice is taken once.
   *
   * @throws HouseError `too-large`, or `unreadable-file` with the reason (packages/messages/src/inbox.ts) in `details.reason`
   */
  takeMail(actor: Actor, args: { bytes: Uint8Array }): Promise<TakenMail>
  /** A message that could not be read, for the desk; the same one is noted once. */
  noteRefusedMail(actor: Actor, args: { name: string; why: string; hash: string }): Promise<void>
  /** How the mailbox is met, and what came. */
  viewInbox(actor: Actor): Promise<Inbox>
}
