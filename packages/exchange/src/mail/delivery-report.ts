/** Reports of mail servers about a letter that they could not deliver (RFC 3464). */
import type { Attachment } from 'postal-mime'
import { messageIds } from './message-ids.ts'

export interface DeliveryReport {
  /** The Message-ID of the letter that is quoted; null where none is: nothing follows from such a report. */
  about: string | null
  receivers: Receiver[]
}
export interface Receiver {
  /** As the last mail server knew it, and as it was written to, where that is told; in lower case. */
  emails: string[]
  action: 'failed' | 'delayed' | 'other'
  /** "5.1.1" (RFC 3463); null where none is told. */
  status: string | null
}

const MOST_READ = 200_000 // bytes of a part
const MOST_RECEIVERS = 50
const QUOTED = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
  'message/rfc822-headers',
])

/** The report among what a message encloses, or null. */
export function readReport(parts: readonly Attachment[]): DeliveryReport | null {
  const status = parts.find(
    ({ mimeType }) => mimeType === 'message/delivery-status' || mimeType === 'message/global-delivery-status',
  )
  if (status === undefined) return null
  const quoted = parts.find(({ mimeType }) => QUOTED.has(mimeType))
  const [, ...groups] = linesOf(status).split(/\n{2,}/) // the first is about the message, each other about one receiver
  return {
    about: quoted === undefined ? null : (messageIds(fieldOf(headersOf(quoted), 'message-id') ?? '')[0] ?? null),
    receivers: groups.slice(0, MOST_RECEIVERS).flatMap(receiverOf),
  }
}

function receiverOf(group: string): Receiver[] {
  const emails = ['final-recipient', 'original-recipient'].flatMap((field) => {
    const email = /^[^;]*;\s*<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(fieldOf(group, field) ?? '')?.[1]
    return email === undefined ? [] : [email.toLowerCase()]
  })
  const action = fieldOf(group, 'action')?.toLowerCase()
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fieldOf(group, 'status') ?? '')?.[1] ?? null
  if (emails.length === 0 || action === undefined) return []
  return [{ emails: [...new Set(emails)], action: action === 'failed' || action === 'delayed' ? action : 'other', status }]
}

/** A field of a group of headers, its folded lines joined. */
function fieldOf(headers: string, name: string): string | null {
  for (const line of headers.replaceAll(/\n[ \t]+/g, ' ').split('\n'))
    if (line.slice(0, name.length + 1).toLowerCase() === `${name}:`) return line.slice(name.length + 1).trim().slice(0, 1_000) // prettier-ignore
  return null
}

const headersOf = (part: Attachment): string => linesOf(part).split('\n\n', 1)[0]!

function linesOf({ content }: Attachment): string {
  const text = typeof content === 'string' ? content.slice(0, MOST_READ) : new TextDecoder().decode(new Uint8Array(content).subarray(0, MOST_READ)) // prettier-ignore
  return text.replaceAll('\r\n', '\n').trimStart()
}
