/**
 * The log: one JSON object a line on standard error. It holds what helps to find a fault and nothing that helps a thief:
 * no bodies, no query strings, no cookies, no tokens, no mail addresses.
 */
import { SECRET_LINKS } from '@vitrine/house/secret-links'
import { LOG_LEVELS, type LogLevel } from './config.ts'

export type LogFields = Record<string, string | number | boolean | null | undefined>
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields & { cause?: string }): void
}

const MAIL_ADDRESS = /[^\s@"'<>():/…]+@[^\s@"'<>():/]+/g
const BEARER = /\bvit_[A-Za-z0-9_-]+/g
const CREDENTIALS_IN_URL = /(\b[a-z]+:\/\/)[^/\s@]+@/gi
const SECRET_IN_PATH = new RegExp(String.raw`(/(?:${SECRET_LINKS.join('|')})/)[\w-]{12,}`, 'g')
const TOKEN_IN_URL = /([?&](?:token|key|secret|code)=)[^&\s"]+/gi

/** Takes out of a text what must not be in a log: mail addresses, API keys, passwords and tokens in addresses. */
export function withoutSecrets(text: string): string {
  return text
    .replace(CREDENTIALS_IN_URL, '$1…@')
    .replace(TOKEN_IN_URL, '$1…')
    .replace(SECRET_IN_PATH, '$1…')
    .replace(BEARER, 'vit_…')
    .replace(MAIL_ADDRESS, '…@…')
}

/**
 * @param write where lines go; standard error unless told otherwise
 * @example
 * createLog('info').info('listening', { port: 3000 }) // {"at":"…","level":"info","event":"listening","port":3000}
 */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const threshold = LOG_LEVELS.indexOf(level)
  const put =
    (at: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(at) < threshold) return
      const clean = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? withoutSecrets(value) : value]),
      )
      write(`${JSON.stringify({ at: new Date().toISOString(), level: at, event, ...clean })}\n`)
    }
  return { debug: put('debug'), info: put('info'), warn: put('warn'), error: put('error') }
}

/** What a log line says of an error: its name, its message and where it came from, with secrets taken out. */
export function describeError(error: unknown): { cause: string } {
  if (!(error instanceof Error)) return { cause: withoutSecrets(String(error)) }
  const where =
    error.stack
      ?.split('\n')
      .slice(1, 4)
      .map((line) => line.trim())
      .join(' ') ?? ''
  // A failure of the closed list says what it is for a person; what lies behind it says where to look.
  const behind = error.cause instanceof Error ? ` (${error.cause.name}: ${error.cause.message})` : ''
  return { cause: withoutSecrets(`${error.name}: ${error.message}${behind} ${where}`) }
}
