/**
 * Numbers, days, lengths, lists, countries and languages, written as each language writes them. Names come from the
 * CLDR data of the runtime's Intl and from ISO 639-3, never from lists of ours. Formatters are made once, and only where one is
 * used: making one costs more than using it, and all of them took a tenth of the time in which a command is to be there.
 */
import { isoLanguageName } from '@vitrine/catalogue/tables/iso-639-3'
import type { Locale } from './locale.ts'

function each<T>(make: (locale: Locale) => T): (locale: Locale) => T {
  const made: Partial<Record<Locale, T>> = {}
  return (locale) => (made[locale] ??= make(locale))
}
/** English days are written the European way, 14 March 2026: the month is in letters, so nobody can misread it. */
const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'fr-FR')

const numbers = each((l) => new Intl.NumberFormat(tag(l)))
const days = each((l) => new Intl.DateTimeFormat(tag(l), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }))
const shortDays = each(
  (l) => new Intl.DateTimeFormat(tag(l), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
)
const months = each((l) => new Intl.DateTimeFormat(tag(l), { month: 'long', year: 'numeric', timeZone: 'UTC' }))
const instants = each((l) => new Intl.DateTimeFormat(tag(l), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }))
const ands = each((l) => new Intl.ListFormat(tag(l), { type: 'conjunction' }))
const ors = each((l) => new Intl.ListFormat(tag(l), { type: 'disjunction' }))
const countries = each((l) => new Intl.DisplayNames(tag(l), { type: 'region', fallback: 'code' }))
const languages = each((l) => new Intl.DisplayNames(tag(l), { type: 'language', fallback: 'code' }))
/** Says nothing of a language that it does not know. */
const named = each((l) => new Intl.DisplayNames(tag(l), { type: 'language', fallback: 'none' }))
const collators = each((l) => new Intl.Collator(tag(l), { sensitivity: 'base', numeric: true }))

/** `12345` → "12,345", "12 345"; what is below zero has a minus, where `Intl` writes a hyphen. */
export function formatNumber(locale: Locale, value: number): string {
  return numbers(locale).format(value).replace(/^-/, '−')
}

/**
 * A calendar day (`YYYY-MM-DD`) or an instant (ISO 8601, UTC) as a day.
 *
 * @example
 * formatDay('en', '2026-03-14') // "14 March 2026"
 * formatDay('fr', '2027-01-01') // "1er janvier 2027"
 */
export function formatDay(locale: Locale, day: string, style: 'long' | 'short' | 'month' = 'long'): string {
  const date = new Date(day.length === 10 ? `${day}T00:00:00Z` : day)
  if (Number.isNaN(date.getTime())) return day
  return firstOfMonth(locale, (style === 'short' ? shortDays : style === 'month' ? months : days)(locale).format(date))
}

/** French counts the first of a month, 1er janvier 2027, where `Intl` writes a plain 1; all other days are numbers. */
const firstOfMonth = (locale: Locale, day: string): string => (locale === 'fr' ? day.replace(/^1(?=\s)/, '1er') : day)

/** An instant with its time, in UTC. */
export function formatInstant(locale: Locale, instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : firstOfMonth(locale, instants(locale).format(date))
}

/**
 * A length in whole minutes, as the trade writes it, with a space that does not break.
 *
 * @example
 * formatMinutes(52) // "52 min"
 */
function formatMinutes(minutes: number): string {
  return `${minutes}\u00a0min`
}

/**
 * One cut. The words are the same in English and French.
 *
 * @example
 * formatCut({ minutes: 52, episodes: 3 }) // "3 × 52 min"
 */
export function formatCut(cut: { minutes: number; episodes: number | null }): string {
  return cut.episodes !== null && cut.episodes > 1
    ? `${cut.episodes}\u00a0×\u00a0${formatMinutes(cut.minutes)}`
    : formatMinutes(cut.minutes)
}

/**
 * The years that a film tells of, with their name where they have one.
 *
 * @example
 * formatPeriod({ from: 1931, to: null, label: 'After the storm' }) // "After the storm, 1931–…"
 */
export function formatPeriod({ from, to, label }: { from: number | null; to: number | null; label: string | null }): string {
  const years = from === null && to === null ? '' : from === to ? String(from) : `${from ?? '…'}–${to ?? '…'}`
  return [label ?? '', years].filter((part) => part !== '').join(', ')
}

/** ISO 8601 duration for machines: `PT1H30M`. */
export function isoDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60}M` : ''}`
}

/** "a, b and c". */
export function formatList(locale: Locale, items: readonly string[], kind: 'and' | 'or' = 'and'): string {
  return (kind === 'and' ? ands : ors)(locale).format(items)
}

/**
 * The sign between a word and what it introduces.
 *
 * @example
 * `Company${colon('en')} Kanal Ost` // "Company: Kanal Ost"; in French "Société : Kanal Ost", with a space that does not break
 */
export const colon = (locale: Locale): string => (locale === 'fr' ? '\u00a0:' : ':')

/**
 * The name of a country; the code itself when CLDR has none.
 *
 * @example
 * countryName('fr', 'KZ') // "Kazakhstan"
 */
export function countryName(locale: Locale, code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code
  return countries(locale).of(code.toUpperCase()) ?? code
}

const UNSAID = { en: 'language not said', fr: 'langue non précisée' } as const

let rareName: (code: string) => string | undefined = isoLanguageName

/** Where the names of languages come from that `Intl` does not know: ISO 639-3 on a server; a browser, which has no list of them, says whom to ask. */
export function askForRareLanguages(source: (code: string) => string | undefined): void {
  rareName = source
}

/**
 * The name of a language, as it stands in a sentence; of `und`, which CLDR calls its root, that nobody has said it. The thousands that CLDR
 * does not name have their English name of ISO 639-3.
 *
 * @example
 * languageName('fr', 'fr')  // "français"
 * languageName('fr', 'sva') // "Svan"
 */
export function languageName(locale: Locale, language: string): string {
  if (language === 'und') return UNSAID[locale]
  try {
    const said = languages(locale).of(language) ?? language
    const code = /^[a-z]{3}(?=-|$)/.exec(language)?.[0]
    return code === undefined || named(locale).of(code) !== undefined ? said : said.replace(code, rareName(code) ?? code)
  } catch {
    return language
  }
}

/** The first letter in capitals, for a name that opens a line: "Français". */
export function capitalise(locale: Locale, text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32)
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}

/** Alphabetical order of the language, accents and case aside. */
export function compareText(locale: Locale): (a: string, b: string) => number {
  return collators(locale).compare
}
