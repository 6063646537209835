/** The links that sign a member in, once each. */
import type { Locale } from '@vitrine/messages'
import type { Mail } from '../mail/mail.ts'
import { signInLetter } from './letter.ts'
import type { Library } from './library.ts'
import type { membersOf } from './members.ts'
import { homePath, safeNext } from './next.ts'
import { AUTH_PATH, LINK_MINUTES } from './terms.ts'

export interface LinkParts {
  library: () => Promise<Library>
  members: ReturnType<typeof membersOf>
  houseLook: () => Promise<{ house: string; accent: string }>
  mail: Mail
  origin: string
}

export function linksOf({ library, members, houseLook, mail, origin }: LinkParts) {
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
    /** False when nobody has this address. */
    async mailTo(email: string, { locale, next }: { locale: Locale; next: string | null }): Promise<boolean> {
      const member = await members.byEmail(email)
      if (member === null) return false
      await members.prepareToSignIn(member)
      const link = await linkFor(member.email, safeNext(next, origin, locale, homePath(member.role, locale)), locale)
      const letter = signInLetter({ locale, ...(await houseLook()), link, minutes: LINK_MINUTES })
      await mail.send({ to: member.email, ...letter })
      return true
    },

    /** A link for the terminal: what the first start prints. Null when nobody has this address. */
    async forMember(email: string, locale: Locale): Promise<string | null> {
      const member = await members.byEmail(email)
      if (member === null) return null
      await members.prepareToSignIn(member)
      return linkFor(member.email, homePath(member.role, locale), locale)
    },
  }
}
