/** What a member is shown of their own sign-in: passkeys, sessions, one-time codes. */
import type { Account } from '../site-context.ts'
import type { Library } from './library.ts'

type Session = NonNullable<Awaited<ReturnType<Library['api']['getSession']>>>

export async function accountOf(auth: Library, { user, session }: Session, headers: Headers): Promise<Account> {
  const [passkeys, sessions] = await Promise.all([auth.api.listPasskeys({ headers }), auth.api.listSessions({ headers })])
  return {
    userId: user.id,
    email: user.email,
    oneTimeCodes: (user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled === true,
    passkeys: passkeys.map((key) => ({
      id: key.id,
      name: key.name ?? null,
      createdAt: key.createdAt ? new Date(key.createdAt).toISOString() : null,
    })),
    sessions: sessions.map((one) => ({
      id: one.id,
      current: one.token === session.token,
      createdAt: new Date(one.createdAt).toISOString(),
      userAgent: one.userAgent ?? null,
    })),
  }
}
