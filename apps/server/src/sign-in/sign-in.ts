/**
 * Signing in: by a link in a mail, or by a passkey; with one-time codes on top for those who want them. There is no sign-up and no
 * password. Built on better-auth, of which only the listed endpoints are open; the link has a page of its own with a button, because
 * mail scanners follow links, and a link that works once must not be used up by one of them.
 */
import { VISITOR, type Actor, type House } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import type { Mail } from '../mail/mail.ts'
import { once } from '../once.ts'
import { TooManyRequests, type Account } from '../site-context.ts'
import type { LibraryParts } from './library.ts'
import { limit } from './limits.ts'
import { sessionToken } from './session-cookie.ts'
import { AUTH_PATH, LINK_MINUTES, sessionCookieName } from './terms.ts'
import { membersOf } from './members.ts'
import { homePath, safeNext } from './next.ts'
import { signInLetter } from './letter.ts'

/** What of better-auth may be called from outside. Everything else it offers answers 404. */
const OPEN_ENDPOINTS = new Set([
  'POST /sign-out',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/list-user-passkeys',
  'POST /passkey/delete-passkey',
  'POST /passkey/update-passkey',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
])

export interface SignInParts extends LibraryParts {
  house: House
  houseName: () => Promise<string>
  mail: Mail
}

export type SignIn = ReturnType<typeof createSignIn>

export function createSignIn(parts: SignInParts) {
  const { database, house, origin, log } = parts
  const members = membersOf(database, house.id)
  const perAddress = limit(10, 60)
  const perMail = limit(5, 15 * 60)
  const perAttempt = limit(20, 60)
  // Whoever is in changes their own sign-in: counted by session, as a whole office may stand behind one address.
  const perSession = limit(60, 60)
  const library = once(async () => (await import('./library.ts')).openLibrary(parts))
  const cookie = { name: sessionCookieName(origin), secret: parts.secret }

  /** Calls better-auth as a request from outside would, with our own origin. */
  const call = async (method: 'GET' | 'POST', path: string, headers: Headers, body?: unknown): Promise<Response> => {
    const passed = new Headers({ origin })
    for (const name of ['cookie', 'user-agent', 'x-vitrine-address']) {
      const value = headers.get(name)
      if (value !== null) passed.set(name, value)
    }
    if (body !== undefined) passed.set('content-type', 'application/json')
    return (await library()).handler(
      new Request(`${origin}${AUTH_PATH}${path}`, {
        method,
        headers: passed,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  }

  const hasCookie = (headers: Headers): boolean => headers.get('cookie')?.includes('vitrine.session_token=') ?? false
  const session = async (headers: Headers) => (hasCookie(headers) ? await (await library()).api.getSession({ headers }) : null)

  /** A link that signs this member in, once. */
  const linkFor = async (email: string, next: string, locale: Locale): Promise<string> => {
    let token: string | null = null
    const auth = await library()
    await auth.api.signInMagicLink({
      body: { email, metadata: { sink: (made: string) => (token = made) } },
      headers: new Headers(),
    })
    if (token === null) throw new Error('no sign-in link was made')
    return `${origin}${AUTH_PATH}/link?${new URLSearchParams({ token, next, locale }).toString()}`
  }

  return {
    /** For the library's own endpoints; null when the path is none that is open. */
    async handle(request: Request, address: string): Promise<Response | null> {
      const path = new URL(request.url).pathname.slice(AUTH_PATH.length)
      if (!OPEN_ENDPOINTS.has(`${request.method} ${path}`)) return null
      const token = sessionToken(request.headers.get('cookie'), cookie)
      const allowance = await (token === null ? perAttempt.take(address) : perSession.take(token))
      if (!allowance.allowed) throw new TooManyRequests(allowance.reset)
      return (await library()).handler(request)
    },

    async sessionActor(headers: Headers): Promise<Actor> {
      const token = sessionToken(headers.get('cookie'), cookie)
      return (token !== null && (await house.actorForSession(token))) || VISITOR
    },

    async account(headers: Headers): Promise<Account | null> {
      const found = await session(headers)
      if (found === null || (await house.actorForUser(found.user.id)) === null) return null
      const auth = await library()
      const [passkeys, sessions] = await Promise.all([auth.api.listPasskeys({ headers }), auth.api.listSessions({ headers })])
      return {
        userId: found.user.id,
        email: found.user.email,
        oneTimeCodes: (found.user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled === true,
        passkeys: passkeys.map((key) => ({
          id: key.id,
          name: key.name ?? null,
          createdAt: key.createdAt ? new Date(key.createdAt).toISOString() : null,
        })),
        sessions: sessions.map((one) => ({
          id: one.id,
          current: one.token === found.session.token,
          createdAt: new Date(one.createdAt).toISOString(),
          userAgent: one.userAgent ?? null,
        })),
      }
    },

    async requestMagicLink(args: { email: string; locale: Locale; next: string | null; address: string }): Promise<void> {
      const email = args.email.trim().toLowerCase().slice(0, 320)
      for (const allowance of [await perAddress.take(args.address), await perMail.take(email)]) {
        if (!allowance.allowed) throw new TooManyRequests(allowance.reset)
      }
      // Done behind the answer, so that the time it takes tells nobody whether the address is a member's.
      void (async () => {
        const member = await members.byEmail(email)
        if (member === null) return log.info('sign-in-link-refused', {})
        await members.prepareToSignIn(member)
        const link = await linkFor(
          member.email,
          safeNext(args.next, origin, args.locale, homePath(member.role, args.locale)),
          args.locale,
        )
        await parts.mail.send({
          to: member.email,
          ...signInLetter({ locale: args.locale, house: await parts.houseName(), link, minutes: LINK_MINUTES }),
        })
      })().catch((error: unknown) => log.error('sign-in-link', { cause: String(error) }))
    },

    /** A link for the terminal: what the first start prints. Null when nobody has this address. */
    async linkForMember(email: string, locale: Locale): Promise<string | null> {
      const member = await members.byEmail(email)
      if (member === null) return null
      await members.prepareToSignIn(member)
      return linkFor(member.email, homePath(member.role, locale), locale)
    },

    /** Whether this member has ever followed a link. */
    hasSignedIn: (email: string): Promise<boolean> => members.hasSignedIn(email),

    /**
     * Uses a link up. The session is always a new one, and one that the browser brought along ends: nobody can plant a session.
     * `cookies` are the `Set-Cookie` values; `codeNeeded` says that a one-time code must follow.
     */
    async useLink(args: {
      token: string
      headers: Headers
      address: string
    }): Promise<{ signedIn: boolean; codeNeeded: boolean; cookies: string[] }> {
      const allowance = await perAttempt.take(args.address)
      if (!allowance.allowed) throw new TooManyRequests(allowance.reset)
      if (hasCookie(args.headers)) await call('POST', '/sign-out', args.headers, {})
      const headers = new Headers(args.headers)
      headers.delete('cookie')
      const trusted = args.headers
        .get('cookie')
        ?.split(/;\s*/)
        .filter((cookie) => cookie.includes('vitrine.trust_device='))
      if (trusted && trusted.length > 0) headers.set('cookie', trusted.join('; '))
      const answer = await call('GET', `/magic-link/verify?${new URLSearchParams({ token: args.token }).toString()}`, headers)
      if (answer.status !== 200) return { signedIn: false, codeNeeded: false, cookies: [] }
      const body = (await answer.json()) as { twoFactorRedirect?: boolean }
      return { signedIn: true, codeNeeded: body.twoFactorRedirect === true, cookies: answer.headers.getSetCookie() }
    },

    /** The code of an authenticator program (or a backup code), after a link that asked for it. */
    async useCode(args: { code: string; headers: Headers; address: string }): Promise<{ signedIn: boolean; cookies: string[] }> {
      const allowance = await perAttempt.take(args.address)
      if (!allowance.allowed) throw new TooManyRequests(allowance.reset)
      const code = args.code.replaceAll(/\s/g, '')
      const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
      const answer = await call('POST', path, args.headers, { code })
      return { signedIn: answer.status === 200, cookies: answer.headers.getSetCookie() }
    },

    async signOut(headers: Headers): Promise<string[]> {
      return (await call('POST', '/sign-out', headers, {})).headers.getSetCookie()
    },
  }
}
