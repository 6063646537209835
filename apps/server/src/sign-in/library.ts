/**
 * better-auth as the house uses it: links that sign in once, passkeys, one-time codes. Loading it takes most of a second, so it is
 * loaded when somebody signs in, not when the server starts; whose session a cookie is, is read without it (session-cookie.ts).
 */
import { passkey } from '@better-auth/passkey'
import type { House } from '@vitrine/house'
import { DAYS_OF_SIGN_INS } from '@vitrine/house/retention'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import type { Log } from '../log.ts'
import { ACCOUNT_TABLE, CODE_TABLES, PASSKEY_TABLE, SESSION_TABLE, USER_TABLE, VERIFICATION_TABLE } from './tables.ts'
import { AUTH_PATH, COOKIE_PREFIX, LINK_MINUTES } from './terms.ts'

export interface LibraryParts {
  house: Pick<House, 'actorForUser'>
  database: Kysely<unknown>
  origin: string
  trustedOrigins: string[]
  secret: string
  log: Log
}

export type Library = ReturnType<typeof openLibrary>

export function openLibrary({ house, database, origin, trustedOrigins, secret, log }: LibraryParts) {
  return betterAuth({
    appName: 'Vitrine',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // the server's own limits stand in front of every endpoint
    logger: { log: (level, message) => log[level]('sign-in', { message }) },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: ['x-vitrine-address'] },
      database: { validateSchema: false },
    },
    session: { ...SESSION_TABLE, expiresIn: DAYS_OF_SIGN_INS * 86_400, disableSessionRefresh: true, freshAge: 0 },
    // Whoever was shut out is told so at the door, by passkey as by link; a session of theirs would open nothing and say nothing.
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if ((await house.actorForUser(userId)) === null) throw new APIError('FORBIDDEN')
          },
        },
      },
    },
    user: USER_TABLE,
    account: ACCOUNT_TABLE,
    verification: VERIFICATION_TABLE,
    plugins: [links(), passkeys(origin, trustedOrigins), oneTimeCodes()],
  })
}

const links = () =>
  magicLink({
    expiresIn: LINK_MINUTES * 60,
    disableSignUp: true,
    storeToken: 'hashed',
    sendMagicLink: ({ token, metadata }) => {
      const sink = metadata?.['sink']
      if (typeof sink === 'function') sink(token)
    },
  })

const passkeys = (origin: string, trustedOrigins: string[]) =>
  passkey({ rpID: new URL(origin).hostname, rpName: 'Vitrine', origin: trustedOrigins, schema: { passkey: PASSKEY_TABLE } })

function oneTimeCodes() {
  const codes = twoFactor({ issuer: 'Vitrine', allowPasswordless: true, schema: CODE_TABLES })
  // The plugin asks for a code after a password only; here the link takes the password's place. (A passkey is two factors by itself.)
  const askForCode = codes.hooks.after[0] as unknown as { matcher: (context: { path?: string }) => boolean }
  askForCode.matcher = (context) => context.path === '/magic-link/verify'
  return codes
}
