/** The shortest true wording of a set of languages and their uses. */
import { ALL_USES, USES } from './languages.ts'
import type { LanguageSet } from './language-set.ts'
import { languageName } from './names.ts'
import { type Locale, type NameForm, writeList } from '../wording.ts'

const ALL = { en: 'all languages', fr: 'toutes langues' }

const NONE = { en: 'none', fr: 'aucune' }
const USE_NAMES = {
  en: ['original', 'dubbed', 'subtitled', 'voice-over'],
  fr: ['original', 'doublé', 'sous-titré', 'voice-over'],
} as const

/**
 * Words a set: what holds for all languages first, then what some have beside it, then what some have not. What it prints,
 * `parseLanguages` reads as the same set, except the empty set, which no expression names.
 *
 * @example
 * printLanguages(parseLanguages('all - fr'), 'en')                                        // 'all excl. fr'
 * printLanguages(LanguageSet.of(['de:dubbed', 'de:subtitled']), 'fr', { names: 'full' })  // 'allemand doublé & sous-titré'
 */
export function printLanguages(set: LanguageSet, locale: Locale, { names = 'codes' }: { names?: NameForm } = {}): string {
  if (set.isEmpty) return NONE[locale]
  const term = (language: string, uses: number): string =>
    names === 'codes' ? codes(language, uses) : words(language, uses, locale)
  const added: string[] = []
  const taken: string[] = []
  if (set.rest !== 0) added.push(term('all', set.rest))
  for (const [language, uses] of set.named) {
    if ((uses & ~set.rest) !== 0) added.push(term(language, uses & ~set.rest))
    if ((set.rest & ~uses) !== 0) taken.push(term(language, set.rest & ~uses))
  }
  return writeList(added, taken, locale)
}

const usesOf = <Name>(names: readonly Name[], uses: number): Name[] => names.filter((_, bit) => (uses >>> bit) & 1)

const codes = (language: string, uses: number): string =>
  uses === ALL_USES ? language : usesOf(USES, uses).map((use) => `${language}:${use}`).join(', ') // prettier-ignore

function words(language: string, uses: number, locale: Locale): string {
  const name = language === 'all' ? ALL[locale] : readableName(language, locale)
  if (uses === ALL_USES) return name
  const used = usesOf(USE_NAMES[locale], uses).join(' & ')
  return language === 'all' ? `${name} (${used})` : `${name} ${used}`
}

/**
 * Names that are read as another language: "Akan" is `ak`, and "ga" in French the language of Accra, but Irish by code. They are
 * printed with a capital, or by their code. That these are all is tested; to find out at run time would take every name there is.
 */
const MISREAD: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { fat: 'fat', fil: 'fil', tw: 'tw' },
  fr: { bkm: 'Kom', fat: 'fat', fil: 'fil', gaa: 'Ga', tw: 'tw' },
}

const readableName = (language: string, locale: Locale): string => MISREAD[locale][language] ?? languageName(language, locale)
