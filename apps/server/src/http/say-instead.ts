/** What is said in the place of a page of the site: to a browser a page in its reader's language, to a program a line of text. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale, preferredLocale, type Locale } from '@vitrine/messages/locale'
import { serverWords } from '@vitrine/messages/cli'
import { appearanceIn, escape, NO_LOOK, pagePolicy, smallPage } from './small-page.ts'

export type Instead =
  | { why: 'starting' | 'broken' | 'tooMuch' | 'nothing' }
  /** `after`: seconds after which it may be tried again. */
  | { why: 'oftenForm' | 'oftenPaper'; after: number }

const STATUS = { starting: 503, broken: 500, tooMuch: 413, nothing: 404, oftenForm: 429, oftenPaper: 429 } as const
const STARTED_AFTER = 2 // seconds

/**
 * @example
 * sayInstead(request, response, { why: 'oftenForm', after: 12 })
 */
export function sayInstead(request: IncomingMessage, response: ServerResponse, instead: Instead): void {
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const after = 'after' in instead ? instead.after : instead.why === 'starting' ? STARTED_AFTER : null
  response.statusCode = STATUS[instead.why]
  response.setHeader('cache-control', 'no-store')
  if (after !== null) response.setHeader('retry-after', String(after))
  if (request.headers.accept?.includes('text/html') !== true) {
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.end(`${textOf('en', instead)}\n`)
    return
  }
  const locale = localeOf(request)
  const words = serverWords[locale].pages
  const title = words['after' in instead ? 'oftenTitle' : (`${instead.why}Title` as const)]
  // Asked again, an address that was only read is the same one; a form is sent again by whoever wrote it.
  const ways = reading && instead.why !== 'nothing' ? `<a class="press" href="${escape(request.url ?? '/')}">${words.again}</a>` : instead.why === 'nothing' ? `<a class="press" href="/${locale}">${words.home}</a>` : '' // prettier-ignore
  const body = `<h1>${escape(title)}</h1><p role="status">${escape(textOf(locale, instead))}</p>${ways === '' ? '' : `<p>${ways}</p>`}`
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const look = { ...NO_LOOK, appearance: appearanceIn(request.headers.cookie) }
  response.setHeader('content-security-policy', pagePolicy(look))
  response.end(smallPage(locale, look, title, body, reading && instead.why === 'starting' ? STARTED_AFTER : undefined))
}

function textOf(locale: Locale, instead: Instead): string {
  const words = serverWords[locale].pages
  return 'after' in instead ? words[instead.why](instead.after) : words[instead.why]
}

function localeOf({ url = '', headers }: IncomingMessage): Locale {
  const first = url.split('/')[1]?.split('?')[0] ?? ''
  return isLocale(first) ? first : preferredLocale(headers['accept-language'] ?? null, 'en')
}
