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
import { AUTH_PATH, COOKIE_PREFIX, LINK_MINUTES } from './terms.ts'

export interface LibraryParts {
  house: Pick<House, 'actorForUser'>
  database: Kysely<unknown>
  origin: string
  trustedOrigins: string[]
  secret: string
  log: Log
}

export function openLibrary({ house, database, origin, trustedOrigins, secret, log }: LibraryParts) {
  const codes = twoFactor({
    issuer: 'Vitrine',
    allowPasswordless: true,
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'sign_in_two_factor',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'user_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  // The plugin asks for a code after a password only; here the link takes the password's place. (A passkey is two factors by itself.)
  const askForCode = codes.hooks.after[0] as unknown as { matcher: (context: { path?: string }) => boolean }
  askForCode.matcher = (context) => context.path === '/magic-link/verify'

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
    session: {
      modelName: 'sign_in_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: DAYS_OF_SIGN_INS * 86_400,
      disableSessionRefresh: true,
      freshAge: 0,
    },
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
    user: {
      modelName: 'sign_in_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'sign_in_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'sign_in_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => {
          const sink = metadata?.['sink']
          if (typeof sink === 'function') sink(token)
        },
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Vitrine',
        origin: trustedOrigins,
        schema: {
          passkey: {
            modelName: 'sign_in_passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      codes,
    ],
  })
}
