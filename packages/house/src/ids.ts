import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32: no i, l, o, u

/**
 * A new id: 26 letters, the first ten the moment in milliseconds, the rest 80 random bits. Ids of one table therefore sort
 * by age, and rows that are added land together in the index.
 *
 * @example
 * newId(Date.UTC(2026, 10, 22)) // "01kamx…"
 */
export function newId(now: number): string {
  let time = ''
  for (let left = Math.floor(now), n = 0; n < 10; n++, left = Math.floor(left / 32)) time = LETTERS[left % 32] + time
  let tail = ''
  for (const byte of randomBytes(16)) tail += LETTERS[byte & 31]
  return time + tail
}

/** A secret for a link: 128 random bits in 22 letters that need no escaping. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}
