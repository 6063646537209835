/** What can go wrong with an S3, and whether asking again may help. */
import { HouseError } from '../../errors.ts'

/** It cannot be reached or answers with a fault of its own; it does not take our key; there is no such bucket. */
export type S3Reason = 'no-answer' | 'refused' | 'no-bucket'

/** One question that failed. Its message holds nothing that was signed with, and of what the S3 said its code alone: its text may quote the key. */
export class S3Fault extends Error {
  readonly reason: S3Reason
  readonly status: number | null
  readonly code: string
  /** Whether the same question may be answered later. */
  readonly again: boolean

  constructor(asked: string, about: { reason?: S3Reason; status?: number; code?: string; again?: boolean; cause?: unknown }) {
    const { reason = 'no-answer', status = null, code = '', again = reason === 'no-answer' } = about
    super(`${asked}: ${[status, code].filter((part) => part !== null && part !== '').join(' ')}`, { cause: about.cause })
    this.name = 'S3Fault'
    this.reason = reason
    this.status = status
    this.code = code
    this.again = again
  }
}

/** Codes of failures that pass, whatever their status: the bytes were hurt on the way, or the S3 has too much to do. */
const PASSING = new Set([
  'RequestTimeout',
  'SlowDown',
  'XAmzContentSHA256Mismatch',
  'BadDigest',
  'IncompleteBody',
  'OperationAborted',
])
const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504])

/** What an answer that is no success says. Null: there is no such object. */
export function faultOf(asked: string, status: number, code: string): S3Fault | null {
  if (PASSING.has(code) || PASSING_STATUS.has(status)) return new S3Fault(asked, { status, code })
  if (code === 'NoSuchBucket') return new S3Fault(asked, { reason: 'no-bucket', status, code })
  if (status === 404) return null
  // It is another object than the one that was begun.
  if (status === 412) return new S3Fault(asked, { status, code, again: false })
  // Moved elsewhere (another region), a key that is wrong or may not, a request that it does not understand: nothing that asking again would change.
  return new S3Fault(asked, { reason: status >= 500 ? 'no-answer' : 'refused', status, code, again: false })
}

/** The same as a failure of the closed list; what is none of an S3 stays what it is. */
export function asHouseError(thrown: unknown): unknown {
  if (!(thrown instanceof S3Fault)) return thrown
  const { reason, status, code } = thrown
  return new HouseError(
    'films-down',
    { reason, ...(status === null ? {} : { status }), ...(code === '' ? {} : { code }) },
    thrown,
  )
}
