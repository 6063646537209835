/**
 * The two small pages of signing in that stand between a mail and the desk: "one click" and "your one-time code". Plain forms,
 * no script; their style is inside the page and allowed by its hash alone.
 */
import { createHash } from 'node:crypto'
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { signInPath } from './next.ts'
import { AUTH_PATH } from './terms.ts'

// Papers and inks are those of the site: keep in step with apps/web/src/lib/design/tokens.css.
const STYLE = `
:root { color-scheme: light dark; --ink: #141416; --paper: #ffffff; --line: #8a8a86; --press: #141416; --on-press: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #efeeeb; --paper: #111113; --line: #73737a; --press: #efeeeb; --on-press: #111113; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 "Inter", system-ui, sans-serif; }
main { width: min(26rem, 100vw - 3rem); }
h1 { font: 400 2.5rem/1.05 "Fraunces", "Newsreader", "Iowan Old Style", Charter, Georgia, serif; letter-spacing: -.02em; margin: 0 0 1rem; text-wrap: balance; }
p { margin: 0 0 1.5rem; }
label { display: block; font-size: .875rem; margin-bottom: .375rem; }
input { width: 100%; font: 1.5rem/1 ui-monospace, monospace; letter-spacing: .12em; padding: .75rem; border: 1px solid var(--line); background: transparent; color: inherit; margin-bottom: 1rem; }
button, .press { display: inline-block; font: inherit; font-weight: 500; padding: .75rem 1.5rem; border: 0; background: var(--press); color: var(--on-press); text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid #2f6fed; outline-offset: 3px; }
.fault { border-left: 4px solid #b3261e; padding-left: .875rem; }
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function page(locale: Locale, title: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body>
</html>
`
}

const hidden = (name: string, value: string): string => `<input type="hidden" name="${name}" value="${escape(value)}">`

/** The page that a mailed link opens. Only its button uses the link up. */
export function linkPage(args: { locale: Locale; house: string; token: string; next: string }): string {
  const words = serverWords[args.locale].signIn
  const title = words.title(args.house)
  return page(
    args.locale,
    title,
    `<h1>${escape(title)}</h1><p>${words.lead}</p>
<form method="post" action="${AUTH_PATH}/link?locale=${args.locale}">${hidden('token', args.token)}${hidden('next', args.next)}<button type="submit" autofocus>${words.proceed}</button></form>`,
  )
}

/** After a link that no longer works. */
export function spentPage(args: { locale: Locale; house: string; message?: string }): string {
  const words = serverWords[args.locale].signIn
  const title = words.title(args.house)
  return page(
    args.locale,
    title,
    `<h1>${escape(title)}</h1><p class="fault" role="alert">${escape(args.message ?? words.spent)}</p><p><a class="press" href="${signInPath(args.locale)}">${words.askAgain}</a></p>`,
  )
}

/** Asks for the one-time code of an authenticator. */
export function codePage(args: { locale: Locale; next: string; wrong: boolean }): string {
  const words = serverWords[args.locale].signIn
  return page(
    args.locale,
    words.codeTitle,
    `<h1>${words.codeTitle}</h1><p>${words.codeLead}</p>${args.wrong ? `<p class="fault" role="alert">${words.codeWrong}</p>` : ''}
<form method="post" action="${AUTH_PATH}/code?locale=${args.locale}">${hidden('next', args.next)}<label for="code">${words.codeLabel}</label>
<input id="code" name="code" autocomplete="one-time-code" inputmode="text" required maxlength="40" autofocus><button type="submit">${words.proceed}</button></form>`,
  )
}
