import { MAIL_BYTES, MAIL_FAULTS, type MailFault } from '@vitrine/messages/inbox'

export { MAIL_FAULTS, type MailFault }

/** How much a message may take. */
export interface MailLimits {
  /** Bytes of the message as it came, with what it encloses. */
  bytes: number
  /** Bytes of all its headers. */
  headers: number
  /** Lines that may begin a part. */
  parts: number
  /** Parts within parts. */
  depth: number
  /** UTF-16 units of HTML that are read. */
  html: number
  /** UTF-16 units of the text that comes out. */
  text: number
}

/** What a message may take in the thread that reads it. */
export const MAIL_MILLISECONDS = 20_000

export const MAIL_LIMITS: MailLimits = {
  bytes: MAIL_BYTES,
  headers: 200_000,
  parts: 1_000,
  depth: 20,
  html: 1_000_000,
  text: 20_000,
}

/** A message was refused; its words are in packages/messages/src/inbox.ts by code. */
export class MailError extends Error {
  readonly code: MailFault
  constructor(code: MailFault, cause?: unknown) {
    super(`mail: ${code}`, cause === undefined ? undefined : { cause })
    this.name = 'MailError'
    this.code = code
  }
}
