/**
 * The session's token out of a browser's cookie, if this house signed it: `TOKEN.SIGNATURE`, the signature HMAC-SHA-256 in
 * base64, as better-auth writes it. Reading it here costs microseconds; asking the library costs each page a millisecond.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { COOKIE_PREFIX } from './terms.ts'

/**
 * @example
 * sessionToken('vitrine.session_token=abc.x…%3D', { name: 'vitrine.session_token', secret }) // 'abc', or null when forged
 */
export function sessionToken(cookies: string | null, by: { name: string; secret: string }): string | null {
  const pair = cookies?.split(/;\s*/).find((one) => one.startsWith(`${by.name}=`))
  if (pair === undefined) return null
  const value = decoded(pair.slice(by.name.length + 1))
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const expected = Buffer.from(createHmac('sha256', by.secret).update(token).digest('base64'))
  const found = Buffer.from(value.slice(dot + 1))
  return found.length === expected.length && timingSafeEqual(found, expected) ? token : null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** Whether a browser brings a session along at all, forged or not, by TLS or not. */
export const hasSessionCookie = (headers: Headers): boolean =>
  headers.get('cookie')?.includes(`${COOKIE_PREFIX}.session_token=`) ?? false
