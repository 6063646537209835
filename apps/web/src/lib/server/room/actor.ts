/** Who may come into the rooms of those who are not of the house, and what their forms answer. */
import { error, fail, redirect } from '@sveltejs/kit'
import type { Actor } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'
import { ERROR_TEXT_CODES, errorText, issuesIn } from '@vitrine/messages/errors'
import { producerRoom } from '@vitrine/messages/producer-room'
import { room } from '@vitrine/messages/room'
import { houseError } from '#lib/server/site.ts'

/** A buyer who sits in their company's room. A stranger is led to the sign-in page and back; anybody else has no business here. */
export function buyer(actor: Actor, url: URL, locale: Locale): Actor {
  if (actor.kind === 'visitor') redirect(303, `/${locale}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  if (actor.role !== 'buyer' || !actor.companyId) error(403, { message: 'not-allowed', code: 'not-allowed' })
  return actor
}

/** A producer in the room of their films. */
export function producer(actor: Actor, url: URL, locale: Locale): Actor {
  if (actor.kind === 'visitor') redirect(303, `/${locale}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  if (actor.role !== 'producer') error(403, { message: 'not-allowed', code: 'not-allowed' })
  return actor
}

export const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * Does what a form asks and leads back to the page, so that a reload does it no second time. What the house refuses is said on
 * the page, in words, and what was typed stays there; what is not theirs to see at all is the error page.
 */
export async function answerForm<T>(
  locale: Locale,
  to: string | ((answer: T) => string),
  form: FormData,
  work: () => Promise<T>,
) {
  let next: string
  try {
    const answer = await work()
    next = typeof to === 'string' ? to : to(answer)
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null) throw thrown
    const { code, status, details } = refusal
    if (code === 'not-found' || code === 'not-allowed') error(status, { message: code, code })
    const known = ERROR_TEXT_CODES.find((each) => each === code) ?? 'invalid-input'
    const issues = issuesIn(locale, details).map(({ message }) => message)
    if (code === 'limit-reached') return fail(status, { problem: producerRoom[locale].tooMany, typed: typedIn(form) })
    const own = code === 'wrong-state' && details['subject'] !== 'Deliverable' ? room[locale].tooLate : code === 'rights-conflict' ? room[locale].rightsGone : null // prettier-ignore
    return fail(status, { problem: own ?? ([...new Set(issues)].join(' ') || errorText(known, locale, details).text), typed: typedIn(form) }) // prettier-ignore
  }
  redirect(303, next)
}

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
