import { DocumentError } from '../documents/errors.ts'
import { MAIL_LIMITS, MailError } from './limits.ts'
import type { Mail } from './message.ts'

/** What is read in a few hundredths of a second: other messages are read in a thread of their own, with bounded time and memory. */
const SMALL = { bytes: 300_000, lines: 6_000 } as const
const NEWLINE = 0x0a

/**
 * Reads one message. Nothing of it is run, shown or fetched; what it encloses is counted and not kept.
 *
 * @throws MailError of the closed list, and nothing else, whatever the bytes are
 * @example
 * (await readMail(await readFile('request.eml'))).from // { name: 'Ana Kovač', email: 'ana@kanal.example' }
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const read = isSmall(bytes) || bytes.length > MAIL_LIMITS.bytes ? await here(bytes) : await apart(bytes)
  if (typeof read === 'string') throw new MailError(read)
  return read
}

function isSmall(bytes: Uint8Array): boolean {
  if (bytes.length > SMALL.bytes) return false
  let lines = 0
  for (const byte of bytes) if (byte === NEWLINE) lines++
  return lines <= SMALL.lines
}

/** What reads mail is loaded with the first message: most starts read none. */
const here = async (bytes: Uint8Array) => (await import('./message.ts')).messageOrFault(bytes)

async function apart(bytes: Uint8Array) {
  const { readMailApart } = await import('../documents/apart.ts')
  try {
    return await readMailApart(bytes)
  } catch (thrown) {
    if (thrown instanceof DocumentError) throw new MailError('too-heavy', thrown) // it took the thread's time or memory
    throw thrown
  }
}
