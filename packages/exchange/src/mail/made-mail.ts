/** Messages for tests: as mail programs write them. */
export interface MadeMail {
  from?: string | null
  to?: string
  subject?: string
  id?: string | null
  date?: string
  headers?: readonly string[]
  text?: string
}

const lines = (...parts: readonly string[]): string => parts.join('\r\n')

export function madeMail({ from = 'Ana Kovač <ana@kanal.example>', to = 'films@house.example', subject = 'Your films', id = 'a1@kanal.example', date = 'Thu, 26 Nov 2026 09:00:00 +0100', headers = [], text = 'Hello.' }: MadeMail = {}): Uint8Array {
  return Buffer.from(lines(
    ...(from === null ? [] : [`From: ${from}`]), `To: ${to}`, `Subject: ${subject}`, `Date: ${date}`,
    ...(id === null ? [] : [`Message-ID: <${id}>`]), ...headers,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text, ''))
} // prettier-ignore

/** HTML with an enclosed brief, as a web mailer writes it. */
export const HTML_MAIL = Buffer.from(lines(
  'From: =?utf-8?B?QW5hIEtvdmHEjQ==?= <ana@kanal.example>', 'To: films@house.example', 'Subject: =?utf-8?Q?Les_for=C3=AAts?=', 'Message-ID: <h1@kanal.example>',
  'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=outer', '', '--outer', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '',
  '<style>p{color:red}</style><p>Bonjour,</p><p>un lien pour <b>La For=C3=AAt</b> ?</p><script>alert(1)</script><div style=3D"display:none">hidden</div>', '--outer',
  'Content-Type: application/pdf; name="brief.pdf"', 'Content-Disposition: attachment; filename="brief.pdf"', 'Content-Transfer-Encoding: base64', '', Buffer.from('%PDF-1.7 brief').toString('base64'), '--outer--', '')) // prettier-ignore

/** What a mail server writes when there is no such mailbox. `quotes`: the Message-ID of the letter; null: it quotes none. */
export const madeBounce = ({ to, quotes, status = '5.1.1', action = 'failed', id = 'dsn@mx.example' }: { to: string; quotes: string | null; status?: string; action?: string; id?: string }): Uint8Array =>
  Buffer.from(lines(
    'Return-Path: <>', 'From: Mail Delivery System <MAILER-DAEMON@mx.example>', 'To: films@house.example', 'Subject: Undelivered Mail Returned to Sender', `Message-ID: <${id}>`, 'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'Your message could not be delivered.', '--b',
    'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${to}`, `Action: ${action}`, `Status: ${status}`, 'Diagnostic-Code: smtp; 550 5.1.1 No such user', '', '--b',
    'Content-Type: text/rfc822-headers', '', 'From: films@house.example', ...(quotes === null ? [] : [`Message-ID:`, ` <${quotes}>`]), 'Subject: Offer', '', '--b--', '')) // prettier-ignore
