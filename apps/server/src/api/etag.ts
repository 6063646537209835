import { createHash } from 'node:crypto'

/** A weak ETag of an answer's text: the same answer, the same tag. */
export function etagOf(text: string): string {
  return `W/"${createHash('sha1').update(text).digest('base64url')}"`
}

/**
 * Whether `If-None-Match` names this tag (compared weakly, as RFC 9110 §13.1.2 says).
 *
 * @example
 * notModified('W/"a", "b"', '"b"') // true
 */
export function notModified(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
  return header.split(',').some((tag) => bare(tag) === bare(etag))
}
