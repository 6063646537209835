/** Coming in: a link used up, and the one-time code that some links ask for. */
import type { AskLibrary } from './ask-library.ts'
import { hasSessionCookie } from './session-cookie.ts'

export interface CameIn {
  signedIn: boolean
  /** A one-time code must follow. */
  codeNeeded: boolean
  /** `Set-Cookie` values. */
  cookies: string[]
}

/** Uses a link up. The session is always a new one, and one that the browser brought along ends: nobody can plant a session. */
export async function comeInByLink(ask: AskLibrary, token: string, brought: Headers): Promise<CameIn> {
  if (hasSessionCookie(brought)) await ask('POST', '/sign-out', brought, {})
  const path = `/magic-link/verify?${new URLSearchParams({ token }).toString()}`
  const answer = await ask('GET', path, onlyTrusted(brought))
  if (answer.status !== 200) return { signedIn: false, codeNeeded: false, cookies: [] }
  const body = (await answer.json()) as { twoFactorRedirect?: boolean }
  return { signedIn: true, codeNeeded: body.twoFactorRedirect === true, cookies: answer.headers.getSetCookie() }
}

/** The code of an authenticator program, or a backup code. */
export async function comeInByCode(ask: AskLibrary, typed: string, headers: Headers): Promise<Omit<CameIn, 'codeNeeded'>> {
  const code = typed.replaceAll(/\s/g, '')
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const answer = await ask('POST', path, headers, { code })
  return { signedIn: answer.status === 200, cookies: answer.headers.getSetCookie() }
}

/** Of a browser's cookies only the one by which it is trusted, so that it is asked for no code. */
function onlyTrusted(brought: Headers): Headers {
  const headers = new Headers(brought)
  headers.delete('cookie')
  const cookies = brought.get('cookie')?.split(/;\s*/) ?? []
  const trusted = cookies.filter((cookie) => cookie.includes('vitrine.trust_device='))
  if (trusted.length > 0) headers.set('cookie', trusted.join('; '))
  return headers
}
