/** The mail that carries a sign-in link. Words: packages/messages/src/cli.ts; no house changes them (docs/mail.md). */
import { letterHtml } from '@vitrine/house/letters/letter-html'
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'

export function signInLetter(args: { locale: Locale; house: string; accent: string; link: string; minutes: number }): {
  subject: string
  text: string
  html: string
} {
  const words = serverWords[args.locale].letter
  const letter = { subject: words.subject(args.house), text: words.text(args.house, args.link, args.minutes) }
  return {
    ...letter,
    html: letterHtml({ ...letter, locale: args.locale }, { origin: new URL(args.link).origin, accent: args.accent }),
  }
}
