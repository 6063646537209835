/** The mail that carries a sign-in link. Words: packages/messages/src/cli.ts. */
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'

export function signInLetter(args: { locale: Locale; house: string; link: string; minutes: number }): {
  subject: string
  text: string
} {
  const words = serverWords[args.locale].letter
  return { subject: words.subject(args.house), text: words.text(args.house, args.link, args.minutes) }
}
