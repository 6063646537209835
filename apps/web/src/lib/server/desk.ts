/** What every endpoint of the desk asks first: is this somebody of the house, and is this really their own page speaking? */
import { error, json, redirect } from '@sveltejs/kit'
import type { Actor } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { mayEver } from '@vitrine/house/policies/table'
import { isLocale, type Locale } from '@vitrine/messages'
import { ERROR_TEXT_CODES, detailsIn, errorText, issuesIn, type ErrorTextCode, type FieldIssue } from '@vitrine/messages/errors'
import { houseError } from './site.ts'
import { isStaff } from './visit.ts'

/** Lets staff through; a stranger is led to the sign-in page and back. A buyer or producer at its door is shown to their own room, and refused further in. */
export function staff(actor: Actor, url: URL, locale: Locale): Actor {
  if (actor.kind === 'visitor') redirect(303, `/${locale}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  if (!isStaff(actor) && url.pathname === `/${locale}/desk`) redirect(303, `/${locale}/room?from=desk`)
  if (!isStaff(actor)) error(403, { message: 'not-allowed', code: 'not-allowed' })
  return actor
}

export function localeOf(params: { locale?: string }): Locale {
  return params.locale !== undefined && isLocale(params.locale) ? params.locale : 'en'
}

/**
 * Whether a page of this very site speaks. Browsers name the page's origin with everything that is not a GET; `Sec-Fetch-Site`
 * they leave out where the site is reached without TLS by another name than localhost, so that it cannot stand for it
 * (Fetch Standard, "Origin" header; Fetch Metadata, §2.4).
 */
export function fromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null) return origin === new URL(request.url).origin
  const from = request.headers.get('sec-fetch-site')
  return from === 'same-origin' || (from === null && request.method === 'GET')
}

/**
 * Answers a request of the desk's own pages as JSON. A cross-site form cannot send this media type without asking first,
 * and the browser says where a request comes from: both are checked, whatever the cookie says.
 */
export async function deskAnswer(request: Request, locale: Locale, work: () => Promise<unknown>): Promise<Response> {
  if (!fromOwnPage(request)) return refusal(403, 'not-allowed', {}, locale)
  try {
    return json((await work()) ?? {})
  } catch (thrown) {
    const known = houseError(thrown)
    if (known === null) throw thrown
    return refusal(known.status, known.code, known.details, locale)
  }
}

function refusal(status: number, code: string, details: Record<string, unknown>, locale: Locale): Response {
  const known = ERROR_TEXT_CODES.find((each): each is ErrorTextCode => each === code) ?? 'invalid-input'
  return json({ code, details: detailsIn(locale, details), message: errorText(known, locale, details).text }, { status })
}

/** While something is typed, its mistakes are the answer and no failure: they stand beside their fields. */
export async function whileTyped<T>(locale: Locale, judge: () => Promise<T>): Promise<T | { issues: FieldIssue[] }> {
  try {
    return await judge()
  } catch (thrown) {
    const known = houseError(thrown)
    if (known?.code !== 'invalid-input') throw thrown
    return { issues: issuesIn(locale, known.details) }
  }
}

/** The JSON of a request that says it is JSON. */
export async function sent<T>(request: Request): Promise<T> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    error(415, { message: 'invalid-input', code: 'invalid-input' })
  return (await request.json()) as T
}

/** Lets through whom the policy table lets do this at all; a room that somebody has no business in does not open. */
export function allowed(actor: Actor, verb: Verb): Actor {
  if (!mayEver(actor, verb)) error(403, { message: 'not-allowed', code: 'not-allowed' })
  return actor
}
