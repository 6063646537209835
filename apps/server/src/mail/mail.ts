/**
 * Mail goes out by the configured server (mail-by-server.ts); without one, every mail is written to a folder, where the owner finds it (and at the desk).
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from '../once.ts'
import type { OutboxMail } from '../site-context.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  /** The same for mail programs that show HTML. */
  html?: string
  /** What its Message-ID is made of: the same however often it is tried, so that a second copy can be dropped. */
  id?: string
  /** Where the receiver's mail program ends letters like it with one click. */
  stopUrl?: string | null
}

export interface Mail {
  send(letter: Letter): Promise<void>
  /** The mails in the folder, newest first, two hundred at most; null when mails are really sent. */
  outbox(): Promise<OutboxMail[] | null>
}

/**
 * The headers of a letter. List-Unsubscribe and its -Post: RFC 8058; a letter beyond business is bulk mail to whoever answers
 * mail by program (RFC 3834).
 */
export function headersOf({ id, stopUrl }: Letter, from: string): { messageId?: string; headers?: Record<string, string> } {
  return {
    ...(id === undefined ? {} : { messageId: `<${id}@${from.replace(/^.*@|[>\s]+$/g, '')}>` }),
    ...(stopUrl === null || stopUrl === undefined
      ? {}
      : {
          headers: {
            'List-Unsubscribe': `<${stopUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            Precedence: 'bulk',
          },
        }),
  }
}

/** Mails as files: `….eml` for any mail program, `….json` for the desk. The folder is its owner's alone: mails hold sign-in links. */
export function mailByFolder(folder: string, from: string, now: () => Date = () => new Date()): Mail {
  const transport = once(async () =>
    (await import('nodemailer')).createTransport(
      { streamTransport: true, buffer: true, newline: 'unix' },
      { from, disableFileAccess: true, disableUrlAccess: true },
    ),
  )
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const at = now().toISOString()
      const { to, subject, text, html } = letter
      // A letter that is tried again overwrites itself: it is in the folder once.
      const id = letter.id ?? `${at.replaceAll(':', '-')}-${randomBytes(4).toString('hex')}`
      const { message } = await (
        await transport()
      ).sendMail({
        ...headersOf(letter, from),
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        to: { name: '', address: to },
      })
      await writeFile(join(folder, `${id}.eml`), message as Buffer, { mode: 0o600 })
      const mail: OutboxMail = { id, at, to, subject, text }
      // Renamed into place, so that the list never shows half a mail.
      await writeFile(join(folder, `${id}.tmp`), JSON.stringify(mail), { mode: 0o600 })
      await rename(join(folder, `${id}.tmp`), join(folder, `${id}.json`))
    },
    async outbox() {
      const names = await readdir(folder).catch(() => [])
      const dated = await Promise.all(
        names
          .filter((name) => name.endsWith('.json'))
          .map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
      )
      const newest = dated.sort((a, b) => b.at - a.at).slice(0, 200)
      return Promise.all(newest.map(async ({ name }) => JSON.parse(await readFile(join(folder, name), 'utf8')) as OutboxMail))
    },
  }
}
