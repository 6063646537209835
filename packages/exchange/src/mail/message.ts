/** A message of mail (RFC 5322, MIME) to a value: who writes, what of, in plain words; and whether a person wrote it at all. */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { plainText } from '../documents/encoding.ts'
import { htmlText } from '../documents/html.ts'
import { type DeliveryReport, readReport } from './delivery-report.ts'
import { MAIL_LIMITS, MailError, type MailFault, type MailLimits } from './limits.ts'
import { messageIds } from './message-ids.ts'

export interface Mail {
  /** Without its angle brackets; null where the message has none. */
  messageId: string | null
  /** What it answers, the nearest first: In-Reply-To, then References from the last to the first. */
  answers: string[]
  from: Mailbox
  to: Mailbox[]
  subject: string
  /** When it says that it was written; null where that is no moment. */
  date: string | null
  /** Plain words; of a message that is HTML only, what a person reads on the page. */
  text: string
  /** The text was longer than is kept. */
  cut: boolean
  attachments: { name: string; size: number }[]
  /** No person wrote it: an answer out of office, a receipt, a report (RFC 3834). */
  automatic: boolean
  /** What became of a letter, when this is a report about one (RFC 3464). */
  report: DeliveryReport | null
}
export interface Mailbox {
  name: string
  email: string
}

const LONGEST = { subject: 300, name: 200, fileName: 200 } as const
const MOST = { receivers: 50, attachments: 100 } as const

/**
 * Reads one message in the thread that calls.
 *
 * @throws MailError of the closed list, and nothing else, whatever the bytes are
 */
export async function readMessage(bytes: Uint8Array, limits: MailLimits = MAIL_LIMITS): Promise<Mail> {
  if (bytes.length === 0) throw new MailError('empty')
  if (bytes.length > limits.bytes) throw new MailError('too-large')
  if (!bytes.subarray(0, 2_000).some((byte) => byte === COLON)) throw new MailError('not-a-message')
  if (linesOfDashes(bytes) > limits.parts) throw new MailError('too-many-parts')
  const email = await parsed(bytes, limits)
  const from = [email.from, email.sender].flatMap((one) => (one === undefined ? [] : mailboxesOf([one])))[0]
  if (from === undefined) throw new MailError(email.headers.length === 0 ? 'not-a-message' : 'no-sender')
  const header = (key: string): string => email.headers.find((one) => one.key === key)?.value ?? ''
  const text = plainText(wordsOf(email, limits)).replaceAll(UNWRITTEN, '').trim()
  const date = email.date === undefined ? Number.NaN : Date.parse(email.date)
  return {
    messageId: messageIds(header('message-id'))[0] ?? null,
    answers: [...new Set([...messageIds(header('in-reply-to')), ...messageIds(header('references')).toReversed()])].slice(0, 50),
    from,
    to: mailboxesOf([...(email.to ?? []), ...(email.cc ?? [])]).slice(0, MOST.receivers),
    subject: oneLine(email.subject ?? '', LONGEST.subject),
    date: Number.isNaN(date) || date < 0 || date > FAR ? null : new Date(date).toISOString(),
    text: text.slice(0, limits.text).toWellFormed(),
    cut: text.length > limits.text,
    attachments: enclosed(email),
    automatic: isAutomatic(header),
    report: /^multipart\/report\b/i.test(header('content-type').trim()) ? readReport(email.attachments) : null,
  }
}

/** The same as a value, which can be handed from one thread to another. */
export async function messageOrFault(bytes: Uint8Array): Promise<Mail | MailFault> {
  try {
    return await readMessage(bytes)
  } catch (thrown) {
    if (thrown instanceof MailError) return thrown.code
    throw thrown
  }
}

const COLON = 0x3a
const DASH = 0x2d
const NEWLINE = 0x0a
const FAR = Date.UTC(9999, 11, 31)

async function parsed(bytes: Uint8Array, limits: MailLimits): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: limits.depth,
      maxHeadersSize: limits.headers,
      forceRfc822Attachments: true, // a message within a message is something enclosed, not this one's words
    })
  } catch (thrown) {
    throw new MailError(/nesting depth/i.test(String(thrown)) ? 'too-deep' : 'not-a-message', thrown)
  }
}

/** Every part begins with such a line. Each costs the reader some memory, so they are counted before anything is read. */
function linesOfDashes(bytes: Uint8Array): number {
  let count = 0
  for (let at = 0; at !== -1 && at < bytes.length;) {
    if (bytes[at] === DASH && bytes[at + 1] === DASH) count++
    const end = bytes.indexOf(NEWLINE, at)
    at = end === -1 ? -1 : end + 1
  }
  return count
}

function wordsOf({ text, html }: Email, limits: MailLimits): string {
  if (text !== undefined && text.trim() !== '') return text.slice(0, 2 * limits.text)
  return html === undefined ? '' : htmlText(html.slice(0, limits.html)).text
}

function mailboxesOf(addresses: readonly Address[]): Mailbox[] {
  return addresses
    .flatMap((one) => (one.group === undefined ? [one] : one.group))
    .flatMap(({ name, address }) =>
      /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+$/.test(address ?? '') && address.length <= 254
        ? [{ name: oneLine(name, LONGEST.name), email: address }]
        : [],
    )
}

const enclosed = ({ attachments }: Email): Mail['attachments'] =>
  attachments
    .filter(({ related }) => related !== true) // pictures of a page, such as a company's sign below a letter
    .slice(0, MOST.attachments)
    .map((one) => ({ name: oneLine(one.filename ?? one.mimeType, LONGEST.fileName), size: sizeOf(one) }))

const sizeOf = ({ content }: Attachment): number => (typeof content === 'string' ? content.length : content.byteLength)

/** Nobody wants an answer to these, and none is a request (RFC 3834, §5; RFC 5321, §4.5.5: a report has no sender to return to). */
function isAutomatic(header: (key: string) => string): boolean {
  const submitted = header('auto-submitted').split(/[;(]/, 1)[0]!.trim().toLowerCase()
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^auto[_-]reply$/i.test(header('precedence').trim()) ||
    header('x-autoreply') !== '' ||
    header('x-autorespond') !== '' ||
    header('return-path').trim() === '<>' ||
    /^multipart\/report\b/i.test(header('content-type').trim())
  )
}

/** Signs that are not seen, or turn the order of others round, are no part of a name. */
// oxlint-disable-next-line no-control-regex, eslint/no-misleading-character-class
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g

// oxlint-disable-next-line no-control-regex
const UNWRITTEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

const oneLine = (text: string, longest: number): string =>
  text.slice(0, 4 * longest).replaceAll(UNSEEN, ' ').replaceAll(/ {2,}/g, ' ').trim().slice(0, longest).toWellFormed() // prettier-ignore
