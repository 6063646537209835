/** Words for the codes of an entry. */
import { formatDay, type Locale } from '@vitrine/messages'
import { deskEntries, type DeskEntriesWords } from '@vitrine/messages/desk-entries'
import { rightsWords } from '@vitrine/messages/rights'

const pascal = (code: string) => code.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
const wordOf = (locale: Locale, key: string, otherwise: string): string => {
  const word = Object.hasOwn(deskEntries[locale], key) ? deskEntries[locale][key as keyof DeskEntriesWords] : otherwise
  return typeof word === 'string' ? word : otherwise
}

export const eventWord = (locale: Locale, kind: string) => wordOf(locale, `event${pascal(kind)}`, kind)
/** What somebody did to an entry: "amended it". */
export const verbWord = (locale: Locale, verb: string) => wordOf(locale, `verb${verb[0]!.toUpperCase()}${verb.slice(1)}`, verb)
export const kindWord = (locale: Locale, kind: keyof (typeof rightsWords)['en']['kind']) => rightsWords[locale].kind[kind]
export const statusWord = (locale: Locale, status: keyof (typeof rightsWords)['en']['entryStatus']) =>
  rightsWords[locale].entryStatus[status]
export const firstDayWord = (locale: Locale, day: string | null) =>
  day === null ? deskEntries[locale].sinceEver : formatDay(locale, day, 'short')
export const lastDayWord = (locale: Locale, day: string | null) =>
  day === null ? deskEntries[locale].perpetuity : formatDay(locale, day, 'short')

/**
 * Whether what was signed names its territories in other words than ours, and not only in another order.
 *
 * @example
 * saysElse('Hungary, Czechia', 'Czechia, Hungary') // false
 * saysElse('DACH', 'German-speaking Europe') // true
 */
export const saysElse = (written: string, ours: string): boolean => namesIn(written) !== namesIn(ours)
const namesIn = (text: string) =>
  text
    .split(/\s*,\s*/)
    .toSorted()
    .join(',')
