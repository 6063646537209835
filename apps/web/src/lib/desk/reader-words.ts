import type { ReadingWarning } from '@vitrine/catalogue'
import type { Locale } from '@vitrine/messages'

/** A reader's warning in the language of the desk. */
export function readerWords(locale: Locale, warning: ReadingWarning): string {
  void locale
  return warning.message
}
