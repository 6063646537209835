/**
 * The two small pages of signing in that stand between a mail and the desk: "one click" and "your one-time code". Plain forms,
 * no script.
 */
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { escape, type Look, smallPage } from '../http/small-page.ts'
import { signInPath } from './next.ts'
import { AUTH_PATH } from './terms.ts'

const hidden = (name: string, value: string): string => `<input type="hidden" name="${name}" value="${escape(value)}">`

/** The page that a mailed link opens. Only its button uses the link up. */
export function linkPage(args: { locale: Locale; look: Look; token: string; next: string }): string {
  const words = serverWords[args.locale].signIn
  const title = words.title(args.look.house ?? '')
  return smallPage(
    args.locale,
    args.look,
    title,
    `<h1>${escape(title)}</h1><p>${words.lead}</p>
<form method="post" action="${AUTH_PATH}/link?locale=${args.locale}">${hidden('token', args.token)}${hidden('next', args.next)}<button type="submit" autofocus>${words.proceed}</button></form>`,
  )
}

/** After a link that no longer works. */
export function spentPage(args: { locale: Locale; look: Look; message?: string }): string {
  const words = serverWords[args.locale].signIn
  const title = words.title(args.look.house ?? '')
  return smallPage(
    args.locale,
    args.look,
    title,
    `<h1>${escape(title)}</h1><p class="fault" role="alert">${escape(args.message ?? words.spent)}</p><p><a class="press" href="${signInPath(args.locale)}">${words.askAgain}</a></p>`,
  )
}

/** Asks for the one-time code of an authenticator. */
export function codePage(args: { locale: Locale; look: Look; next: string; wrong: boolean }): string {
  const words = serverWords[args.locale].signIn
  return smallPage(
    args.locale,
    args.look,
    words.codeTitle,
    `<h1>${words.codeTitle}</h1><p>${words.codeLead}</p>${args.wrong ? `<p class="fault" role="alert">${words.codeWrong}</p>` : ''}
<form method="post" action="${AUTH_PATH}/code?locale=${args.locale}">${hidden('next', args.next)}<label for="code">${words.codeLabel}</label>
<input id="code" name="code" autocomplete="one-time-code" inputmode="text" required maxlength="40" autofocus><button type="submit">${words.proceed}</button></form>`,
  )
}
