/** Any failure in one line, in the asker's language. */
import { isHouseError } from '@vitrine/house/errors'
import { cliWords } from '@vitrine/messages/cli'
import { errorText, issuesIn } from '@vitrine/messages/errors'
import type { Locale } from '@vitrine/messages'
import { storeErrorOf } from '@vitrine/store'
import { failureLine } from './failure-line.ts'

export function wordsFor(error: unknown, locale: Locale): string {
  if (isHouseError(error)) {
    if (error.code === 'not-found') return cliWords[locale].errors.notFound
    const { title, text } = errorText(error.code, locale, error.details)
    return failureLine(title, text, issuesIn(locale, error.details))
  }
  const failure = storeErrorOf(error)
  if (failure !== null) return `${failure.message} ${failure.next}`
  if (error instanceof Error && ['ConfigError', 'ApiFailure'].includes(error.name)) return error.message
  return `${cliWords[locale].errors.unknown} ${error instanceof Error ? error.message : String(error)}`
}
