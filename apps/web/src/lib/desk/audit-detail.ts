/** What a line of the trail says beyond who, what and when: in words where the house has them, as it is written otherwise. */
import type { AuditLine } from '@vitrine/house'
import type { DeskHouseWords } from '@vitrine/messages/desk-house'
import { stateWords } from '@vitrine/messages/deals'
import { formatList, formatNumber, type Locale } from '@vitrine/messages'
import { vocabulary } from '@vitrine/messages/vocabulary'
import { wordFor } from './house-words.ts'

/** What stands in another column; ids and seals, which are for programs; where a step came from. */
const ELSEWHERE = new Set(['title', 'name', 'sheet', 'file', 'titleId', 'draft', 'logoId', 'deal', 'offer', 'countered', 'before', 'paper', 'link', 'licences', 'sha256', 'from']) // prettier-ignore
const SETTING_WORDS: Record<string, keyof DeskHouseWords> = {
  name: 'houseName',
  strapline: 'strapline',
  about: 'about',
  contactEmail: 'contactEmail',
  address: 'postalAddress',
  logoId: 'logo',
  accent: 'accent',
  typeface: 'typeface',
  defaultLocale: 'defaultLanguage',
  featured: 'featured',
}

/**
 * @example
 * auditDetail({ verb: 'changeUser', detail: { role: 'sales', disabled: false }, … }, deskHouse.en, 'en') // "Sales"
 */
export function auditDetail(line: Pick<AuditLine, 'verb' | 'detail'>, words: DeskHouseWords, locale: Locale): string {
  const said: Record<string, (value: unknown) => string> = {
    revision: (value) => words.revisionNumber(Number(value)),
    status: (value) => (vocabulary[locale].status as Record<string, string>)[String(value)] ?? String(value),
    role: (value) => wordFor(words, 'role', String(value)),
    to: (value) => ({ ...stateWords[locale].deal, ...(line.verb === 'stepRequest' ? stateWords[locale].request : {}) } as Record<string, string>)[String(value)] ?? String(value), // prettier-ignore
    disabled: (value) => (value === true ? words.personOut : ''),
    slug: (value) => (line.verb === 'renameSlug' ? String(value) : ''),
    scopes: (value) => list(value, (scope) => (words as Record<string, unknown>)[`scope.${scope}`]),
    changed: (value) => list(value, (key) => (Object.hasOwn(SETTING_WORDS, key) ? words[SETTING_WORDS[key]!] : key)),
    films: (value) => words.collectionFilms(Number(value)),
  }
  const list = (value: unknown, name: (key: string) => unknown) =>
    Array.isArray(value)
      ? formatList(
          locale,
          value.map((key) => String(name(String(key)) ?? key)),
        )
      : String(value)
  return Object.entries(line.detail)
    .filter(([key]) => !ELSEWHERE.has(key))
    .map(
      ([key, value]) =>
        said[key]?.(value) ??
        `${key} ${typeof value === 'number' ? formatNumber(locale, value) : typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    )
    .filter((text) => text !== '')
    .join(' · ')
}
