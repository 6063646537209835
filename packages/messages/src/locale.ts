import { inFrench } from './typeset.ts'

/** The languages in which the house speaks. Every word below exists in each of them: the types see to it. */
export const LOCALES = ['en', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

/** Is this text one of the house's languages? */
export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text)
}

type Word = string | ((...args: never[]) => string)

/** The same keys with the same arguments, in another language. */
export type SameWords<E> = { [K in keyof E]: E[K] extends (...args: infer A) => string ? (...args: A) => string : string }

/**
 * One area of words in both languages, its French with spaces that do not break (typeset.ts). French must have every key that English has, with the same arguments, and no other.
 *
 * @example
 * export const site = inEveryLocale({ films: 'Films' }, { films: 'Films' })
 * site.fr.films
 */
export function inEveryLocale<const E extends Record<string, Word>>(
  en: E,
  fr: SameWords<E> & Record<Exclude<keyof SameWords<E>, keyof E>, never>,
): Record<Locale, SameWords<E>> {
  let typeset: SameWords<E> | undefined
  return {
    en: en as unknown as SameWords<E>,
    // a command that speaks English sets no French
    get fr() {
      return (typeset ??= inFrench(fr))
    },
  }
}

/**
 * Picks the words that go with a count, by the plural rules of the language (in French, 0 and 1 are singular).
 *
 * @example
 * plural('en', 1, { one: 'film', other: 'films' }) // "film"
 */
export function plural(locale: Locale, count: number, words: { one: string; other: string }): string {
  return (pluralRules[locale] ??= new Intl.PluralRules(locale)).select(count) === 'one' ? words.one : words.other
}
const pluralRules: Partial<Record<Locale, Intl.PluralRules>> = {}

/**
 * The house's language that a browser prefers, from its `Accept-Language` header.
 *
 * @example
 * preferredLocale('de-DE,fr;q=0.8,en;q=0.5', 'en') // "fr"
 */
export function preferredLocale(acceptLanguage: string | null, otherwise: Locale): Locale {
  let best: Locale = otherwise
  let bestWeight = 0
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...params] = part.trim().split(';')
    const language = tag.toLowerCase().split('-')[0] ?? ''
    const quality = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined)
    const weight = quality === undefined ? 1 : Number(quality)
    if (isLocale(language) && weight > bestWeight) [best, bestWeight] = [language, weight]
  }
  return best
}
