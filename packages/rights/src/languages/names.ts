/** What languages are called, by CLDR through `Intl`. */
import type { Locale } from '../wording.ts'
import { LANGUAGES } from './languages.ts'

const displays = new Map<string, Intl.DisplayNames>()

/** The name of a language tag in a language; undefined when it has none there. */
export function displayLanguage(locale: string, tag: string): string | undefined {
  let display = displays.get(locale)
  if (!display) displays.set(locale, (display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })))
  return display.of(tag)
}

const known = new Set(LANGUAGES)
/** Names that were asked for: `Intl` takes microseconds for each, and a set of all languages but one has hundreds. */
const names = { en: new Map<string, string>(), fr: new Map<string, string>() }

/**
 * The name of a language.
 *
 * @example
 * languageName('de', 'fr') // 'allemand'
 * @throws RangeError for a code that is no language here.
 */
export function languageName(code: string, locale: Locale): string {
  if (!known.has(code)) throw new RangeError(`There is no language ${code}.`)
  let name = names[locale].get(code)
  if (name === undefined) names[locale].set(code, (name = displayLanguage(locale, code) ?? displayLanguage('en', code) ?? code))
  return name
}

/** The language of a code of ISO 639 in any of its forms (`de`, `deu`, `ger`), or undefined. */
export function languageOfCode(code: string): string | undefined {
  const lower = code.toLowerCase()
  if (known.has(lower)) return lower
  if (!/^[a-z]{2,3}$/.test(lower)) return undefined
  const canonical = Intl.getCanonicalLocales(lower)[0]!
  return known.has(canonical) ? canonical : undefined
}
