/** A form's change of the house; what it refuses stands on the page that asked, in words. */
import { type ActionFailure, fail } from '@sveltejs/kit'
import type { Locale } from '@vitrine/messages'
import { ERROR_TEXT_CODES, errorText, type ErrorTextCode } from '@vitrine/messages/errors'
import { houseError } from './site.ts'

export interface Refused {
  code: string
  said: string
  details: Record<string, unknown>
  /** What stands in the way in the rights book, a sentence each. */
  objections: string[]
}

/**
 * Waits for the house; its refusals become the answer of the form.
 *
 * @example
 * const done = await orRefused(locale, house.voidPaper(actor, { id, baseRevision }))
 * if (isRefused(done)) return done
 */
export async function orRefused<T>(locale: Locale, asked: Promise<T>): Promise<T | ActionFailure<{ refused: Refused }>> {
  try {
    return await asked
  } catch (thrown) {
    const refusal = houseError(thrown)
    if (refusal === null || refusal.status >= 500) throw thrown
    const { code, details, status } = refusal
    const known = ERROR_TEXT_CODES.find((each): each is ErrorTextCode => each === code) ?? 'invalid-input'
    const objections = Array.isArray(details['objections'])
      ? (details['objections'] as { text: string }[]).map(({ text }) => text)
      : []
    return fail(status, { refused: { code, said: errorText(known, locale, details).text, details, objections } })
  }
}

export const isRefused = (answer: unknown): answer is ActionFailure<{ refused: Refused }> =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'data' in answer

/** A text field of a form; lines end as they do in its box, which counts its letters so. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}
