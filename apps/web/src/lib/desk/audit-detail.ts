/** What a line of the trail says beyond who, what and when: in words where the house has them, as it is written otherwise. */
import type { AuditLine } from '@vitrine/house'
import { auditDetails } from '@vitrine/messages/audit-details'
import type { DeskHouseWords } from '@vitrine/messages/desk-house'
import { lostReasonWords, materialWords, sideWords, stateWords } from '@vitrine/messages/deals'
import { deskContacts } from '@vitrine/messages/desk-contacts'
import { deskDeals } from '@vitrine/messages/desk-deals'
import {
  colon,
  countryName,
  formatDay,
  formatInstant,
  formatList,
  formatNumber,
  languageName,
  type Locale,
} from '@vitrine/messages'
import { formatMoney } from '@vitrine/messages/money'
import { rightsWords } from '@vitrine/messages/rights'
import { room } from '@vitrine/messages/room'
import { vocabulary } from '@vitrine/messages/vocabulary'
import { wordFor } from './house-words.ts'

/** What stands in another column; what is for programs; where a step came from; amounts of which the line does not say the currency. */
const ELSEWHERE = new Set(['title', 'name', 'sheet', 'file', 'titleId', 'draft', 'logoId', 'deal', 'offer', 'countered', 'before', 'paper', 'link', 'sha256', 'from', 'builtIn', 'baseRevision', 'about', 'aboutId', 'currency', 'sum', 'total', 'part']) // prettier-ignore
/** Ids and seals are for programs: the line before them says in words what they stand for. */
const FOR_PROGRAMS = /^(?:[\da-hjkmnp-tv-z]{26}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32,})$/
const SETTING_WORDS: Record<string, keyof DeskHouseWords> = {
  name: 'houseName',
  strapline: 'strapline',
  about: 'about',
  legalNotice: 'legalNotice',
  contactEmail: 'contactEmail',
  address: 'postalAddress',
  logoId: 'logo',
  accent: 'accent',
  typeface: 'typeface',
  defaultLocale: 'defaultLanguage',
  featured: 'featured',
  demonstration: 'demonstrationFlag',
  publicAvailability: 'publicAvailabilityFlag',
  digestDay: 'digestDay',
  timeZone: 'timeZone',
  kept: 'kept',
}
const DEAL_WORDS: Record<string, string> = {
  ownerId: 'owner',
  contactId: 'contact',
  titleIds: 'films',
  expectedMinor: 'expected',
}

type Line = Pick<AuditLine, 'verb' | 'detail'> & Partial<Pick<AuditLine, 'subject'>>
/** Own words alone: a trail that was brought in from elsewhere may name anything. */
const wordIn = (words: object, value: unknown): string => {
  const key = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return Object.hasOwn(words, key) ? String((words as Record<string, unknown>)[key]) : key
}
const textIn = (words: object, key: string): string | undefined => {
  const word = Object.hasOwn(words, key) ? (words as Record<string, unknown>)[key] : undefined
  return typeof word === 'string' ? word : undefined
}
const isForPrograms = (value: unknown): boolean => typeof value === 'string' && FOR_PROGRAMS.test(value)
const isSilent = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * @example
 * auditDetail({ verb: 'changeUser', detail: { role: 'sales', disabled: false }, … }, deskHouse.en, 'en') // "Sales"
 * auditDetail({ verb: 'sendOffer', detail: { currency: 'EUR', minor: 600_000, version: 1 }, … }, deskHouse.fr, 'fr') // "6 000,00 EUR · version 1"
 */
export function auditDetail(line: Line, words: DeskHouseWords, locale: Locale): string {
  const list = (value: unknown, name: (key: string) => unknown) =>
    Array.isArray(value)
      ? formatList(
          locale,
          value.map((key) => String(name(String(key)) ?? key)),
        )
      : String(value)
  const kinds = line.subject === 'Entry' ? rightsWords[locale].kind : { ...materialWords[locale], ...requestKinds(locale) }
  const states = line.subject === 'Entry' ? rightsWords[locale].entryStatus : { ...stateWords[locale].deliverable, ...stateWords[locale].deal, ...(line.verb === 'stepRequest' ? stateWords[locale].request : {}) } // prettier-ignore
  const amount = (value: unknown) => /^[A-Z]{3}$/.test(String(line.detail['currency'])) ? formatMoney(locale, Number(value), String(line.detail['currency'])) : '' // prettier-ignore
  const said: Record<string, (value: unknown) => string> = {
    revision: (value) => words.revisionNumber(Number(value)),
    status: (value) => wordIn({ ...vocabulary[locale].status, ...states }, value),
    role: (value) => wordFor(words, 'role', String(value)),
    companyRole: (value) => wordIn(room[locale], value),
    to: (value) => wordIn(states, value),
    kind: (value) => wordIn(kinds, value),
    side: (value) => wordIn(sideWords[locale], value),
    reason: (value) => wordIn(lostReasonWords[locale], value),
    language: (value) => languageName(locale, String(value)),
    country: (value) => countryName(locale, String(value)),
    countries: (value) =>
      Array.isArray(value) ? list(value, (code) => countryName(locale, code)) : labelled('countries', value),
    minor: amount,
    price: amount,
    direction: () => auditDetails[locale].paidBack,
    disabled: () => words.personOut,
    slug: (value) => (line.verb === 'renameSlug' ? String(value) : ''),
    scopes: (value) => list(value, (scope) => (words as Record<string, unknown>)[`scope.${scope}`]),
    changed: (value) => (Array.isArray(value) ? list(value, fieldOf) : labelled('changed', value)),
    fields: (value) => list(value, (key) => textIn(deskDeals[locale], DEAL_WORDS[key] ?? key)),
    films: (value) => words.collectionFilms(Number(value)),
  }
  /** What a field that was changed is called where it stands: the name of a company is not that of the house. */
  const fieldOf = (key: string) =>
    line.subject === 'Contact' || line.subject === 'Company'
      ? textIn(deskContacts[locale], key)
      : Object.hasOwn(SETTING_WORDS, key)
        ? words[SETTING_WORDS[key]!]
        : undefined
  /** A number, a day or an instant as people write it. */
  const plain = (value: unknown): string => {
    if (typeof value === 'number') return formatNumber(locale, value)
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(locale, value)
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return formatInstant(locale, value)
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  const counted = (name: string, n: number) => `${name}${colon(locale)} ${formatNumber(locale, n)}`
  const labelled = (key: string, value: unknown): string => {
    const name = wordIn(auditDetails[locale], key)
    if (value === true) return name
    if (Array.isArray(value) && value.every(isForPrograms)) return counted(name, value.length)
    return typeof value === 'number' && !ORDINALS.has(key) ? counted(name, value) : `${name} ${plain(value)}`
  }
  /** Taken back is not done: a note that was brought back must not be read as one that was removed. */
  const denied = (key: string): string => {
    const names = auditDetails[locale]
    return textIn(names, `${line.verb}.${key}.false`) ?? textIn(names, `${key}.false`) ?? ''
  }
  return Object.entries(line.detail)
    .filter(([key, value]) => !ELSEWHERE.has(key) && !isSilent(value) && !isForPrograms(value))
    .map(([key, value]) => (value === false ? denied(key) : Object.hasOwn(said, key) ? said[key]!(value) : labelled(key, value)))
    .filter((text) => text !== '')
    .join(' · ')
}

/** Numbers that name a thing and do not count. */
const ORDINALS = new Set(['version', 'number', 'contract', 'amendment', 'episode', 'level'])

const requestKinds = (locale: Locale) =>
  Object.fromEntries(
    Object.entries(deskDeals[locale])
      .filter(([key]) => key.startsWith('kind.'))
      .map(([key, word]) => [key.slice('kind.'.length), word]),
  )
