/**
 * Signing in: by a link in a mail, or by a passkey; with one-time codes on top for those who want them. There is no sign-up and no
 * password. Built on better-auth, of which only the listed endpoints are open; the link has a page of its own with a button, because
 * mail scanners follow links, and a link that works once must not be used up by one of them.
 */
import { VISITOR, type Actor, type House } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import type { Mail } from '../mail/mail.ts'
import { once } from '../once.ts'
import type { Account } from '../site-context.ts'
import { accountOf } from './account.ts'
import { askLibrary } from './ask-library.ts'
import { countAttempts } from './attempts.ts'
import { comeInByCode, comeInByLink, type CameIn } from './come-in.ts'
import type { LibraryParts } from './library.ts'
import { type LinkParts, linksOf } from './links.ts'
import { membersOf } from './members.ts'
import { isOpen } from './open-endpoints.ts'
import { hasSessionCookie, sessionToken } from './session-cookie.ts'
import { AUTH_PATH, sessionCookieName } from './terms.ts'

export interface SignInParts extends LibraryParts {
  house: House
  houseLook: LinkParts['houseLook']
  mail: Mail
}

export type SignIn = ReturnType<typeof createSignIn>

export function createSignIn(parts: SignInParts) {
  const { database, house, origin, log } = parts
  const library = once(async () => (await import('./library.ts')).openLibrary(parts))
  const ask = askLibrary(library, origin)
  const members = membersOf(database, house.id)
  const links = linksOf({ ...parts, library, members })
  const attempts = countAttempts()
  const cookie = { name: sessionCookieName(origin), secret: parts.secret }

  return {
    /** For the library's own endpoints; null when the path is none that is open. */
    async handle(request: Request, address: string): Promise<Response | null> {
      const path = new URL(request.url).pathname.slice(AUTH_PATH.length)
      if (!isOpen(request.method, path)) return null
      const token = sessionToken(request.headers.get('cookie'), cookie)
      await (token === null ? attempts.tried(address) : attempts.changedBy(token))
      return (await library()).handler(request)
    },

    async sessionActor(headers: Headers): Promise<Actor> {
      const token = sessionToken(headers.get('cookie'), cookie)
      return (token !== null && (await house.actorForSession(token))) || VISITOR
    },

    async account(headers: Headers): Promise<Account | null> {
      if (!hasSessionCookie(headers)) return null
      const auth = await library()
      const found = await auth.api.getSession({ headers })
      if (found === null || (await house.actorForUser(found.user.id)) === null) return null
      return accountOf(auth, found, headers)
    },

    async requestMagicLink(args: { email: string; locale: Locale; next: string | null; address: string }): Promise<void> {
      const email = args.email.trim().toLowerCase().slice(0, 320)
      await attempts.askedFor(args.address, email)
      // Done behind the answer, so that the time it takes tells nobody whether the address is a member's.
      void links
        .mailTo(email, args)
        .then((sent) => sent || log.info('sign-in-link-refused', {}))
        .catch((error: unknown) => log.error('sign-in-link', { cause: String(error) }))
    },

    linkForMember: links.forMember,

    /** Whether this member has ever followed a link. */
    hasSignedIn: (email: string): Promise<boolean> => members.hasSignedIn(email),

    async useLink({ token, headers, address }: { token: string; headers: Headers; address: string }): Promise<CameIn> {
      await attempts.tried(address)
      return comeInByLink(ask, token, headers)
    },

    async useCode({ code, headers, address }: { code: string; headers: Headers; address: string }) {
      await attempts.tried(address)
      return comeInByCode(ask, code, headers)
    },

    async signOut(headers: Headers): Promise<string[]> {
      return (await ask('POST', '/sign-out', headers, {})).headers.getSetCookie()
    },
  }
}
