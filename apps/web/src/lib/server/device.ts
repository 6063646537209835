/** By what a browser that watches is known again, and where it is as far as the server is told. */
import { randomBytes } from 'node:crypto'
import type { Cookies, RequestEvent } from '@sveltejs/kit'

const NAME = 'vitrine-device'
const SHAPE = /^[\w-]{16,64}$/

/** What the browser keeps, or null for one that has not watched here yet. */
export function deviceOf(cookies: Cookies): string | null {
  const kept = cookies.get(NAME)
  return kept !== undefined && SHAPE.test(kept) ? kept : null
}

/** The same, made now if need be. It comes back also when a link in a mail leads here, so that a film goes on where it was. */
export function keptDevice(cookies: Cookies, secure: boolean): string {
  const device = deviceOf(cookies) ?? randomBytes(16).toString('base64url')
  cookies.set(NAME, device, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 400 * 86_400 })
  return device
}

/** As the server's listener says it, which nobody outside can: ISO 3166-1, or null where it is not told. */
export const countryOf = ({ request }: Pick<RequestEvent, 'request'>): string | null =>
  request.headers.get('x-vitrine-country') || null
