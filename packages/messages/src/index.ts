/**
 * Every word the house says to a person, in each of its languages. Each area has a file of its own; import the area
 * (`@vitrine/messages/site`) where size matters, as in a browser, and `messages(locale)` elsewhere.
 */
import type { Locale } from './locale.ts'
import { site } from './site.ts'
import { vocabulary } from './vocabulary.ts'

export * from './locale.ts'
export * from './format.ts'

/**
 * All words of one language.
 *
 * @example
 * messages('fr').site.films // "Films"
 * messages('fr').vocabulary.theme.water // "Eau"
 */
export function messages(locale: Locale): { site: (typeof site)[Locale]; vocabulary: (typeof vocabulary)[Locale] } {
  return all[locale]
}
const all = { en: { site: site.en, vocabulary: vocabulary.en }, fr: { site: site.fr, vocabulary: vocabulary.fr } }
