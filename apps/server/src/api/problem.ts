/**
 * What goes wrong on the way to the house, as one closed list beside the house's own (packages/house/src/errors.ts); both are
 * answered as problem+json (RFC 9457), with title and text in the asker's language.
 */
import { ERRORS, HouseError, isHouseError } from '@vitrine/house/errors'
import { apiProblems } from '@vitrine/messages/cli'
import { detailsIn, errorText } from '@vitrine/messages/errors'
import type { Locale } from '@vitrine/messages'
import { storeErrorOf } from '@vitrine/store'

export const PROBLEMS = {
  'malformed-json': {
    status: 400,
    why: 'The body is not JSON in UTF-8.',
    recover: 'Send JSON, with `Content-Type: application/json`.',
  },
  'invalid-key': { status: 401, why: 'The API key does not exist or was revoked.', recover: 'Issue another key at the desk.' },
  'foreign-origin': {
    status: 403,
    why: 'A page of another site tried to act with a browser’s session here.',
    recover: 'Use an API key instead of the session.',
  },
  'no-such-endpoint': { status: 404, why: 'There is no such path in the API.', recover: 'See /api/v1/docs.' },
  'method-not-allowed': {
    status: 405,
    why: 'The path is there, and takes other methods than this.',
    recover: 'Use one of those in `Allow` (`details.allow`).',
  },
  'not-acceptable': {
    status: 406,
    why: 'What is at this path cannot be given as any of the kinds in `Accept`. Nothing was done.',
    recover: 'Ask for one of `details.gives`, or send no `Accept`.',
  },
  'unsupported-kind': {
    status: 415,
    why: 'The body is of a kind that this path does not take, or packed in a way that is not unpacked here. Nothing was done.',
    recover: 'Send one of `details.takes` and say so in `Content-Type`; JSON in UTF-8; no `Content-Encoding`.',
  },
  'invalid-if-match': {
    status: 400,
    why: '`If-Match` is not an ETag of this API.',
    recover: 'Send the ETag as it was read, quotes included.',
  },
  'invalid-idempotency-key': {
    status: 400,
    why: '`Idempotency-Key` is not 1 to 255 visible characters (ASCII, no spaces), with or without quotes around them.',
    recover: 'Send a new UUID for each new request, and the same one when you repeat it.',
  },
  'edit-conflict': {
    status: 412,
    why: 'Somebody saved the title after the ETag was read. What was sent is kept as a draft (`details.savedDraftId`), nothing is lost.',
    recover: 'Read the title again, merge, send again with the new ETag.',
  },
  'precondition-required': {
    status: 428,
    why: 'Changing a title or an entry of the rights book needs `If-Match`, so that nobody overwrites what they have not seen.',
    recover: 'Read it, send its ETag.',
  },
  'too-many-requests': {
    status: 429,
    why: 'More requests in a minute than one asker may make.',
    recover: 'Wait for the seconds in `Retry-After`.',
  },
  internal: { status: 500, why: 'A mistake in the program. It is in the log.', recover: 'Try again; if it stays, report it.' },
} as const satisfies Record<string, { status: number; why: string; recover: string }>

export type ProblemCode = keyof typeof PROBLEMS

export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Record<string, unknown>
  readonly headers: Record<string, string>
  constructor(code: ProblemCode, details: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    super(`${code}: ${PROBLEMS[code].why}`)
    this.name = 'Problem'
    this.code = code
    this.details = details
    this.headers = headers
  }
}

/** One failure as an answer. Anything that is on neither list is `internal`, and says nothing of what it was. */
export function problemResponse(error: unknown, locale: Locale): Response {
  const known = isKnown(error) ? error : (fromStore(error) ?? new Problem('internal'))
  const status = known instanceof Problem ? PROBLEMS[known.code].status : ERRORS[known.code].status
  const words = known instanceof Problem ? apiProblems[locale][known.code] : errorText(known.code, locale, known.details)
  const body = {
    type: `/api/v1/docs#error-${known.code}`,
    title: words.title,
    status,
    code: known.code,
    detail: words.text,
    details: detailsIn(locale, known.details),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="Vitrine"' } : {}),
      // What is left of the body is not read: this connection cannot serve another request.
      ...(status === 413 ? { connection: 'close' } : {}),
      ...(status === 503 ? { 'retry-after': '5' } : {}),
      ...(known.code === 'still-running' || known.code === 'too-many-keys'
        ? { 'retry-after': String(known.details['seconds']) }
        : {}),
      ...(known instanceof Problem ? known.headers : {}),
    },
  })
}

/** The database can fail below a verb too (a session is read before any verb runs): the same two codes then. */
function fromStore(error: unknown): HouseError | null {
  const failure = storeErrorOf(error)
  if (failure === null) return null
  if (failure.code === 'disk-full') return new HouseError('disk-full', {}, error)
  if (failure.code === 'database-unreachable' || failure.code === 'database-refused')
    return new HouseError('database-down', {}, error)
  return null
}

export const isKnown = (error: unknown): error is Problem | HouseError => error instanceof Problem || isHouseError(error)
