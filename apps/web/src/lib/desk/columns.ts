/** The columns of the sheet's small tables. */
import type { TitleSheet } from '@vitrine/catalogue'
import { CREDIT_ROLES, LANGUAGE_USES, PREMIERES } from '@vitrine/catalogue/model/title-sheet'
import type { Locale } from '@vitrine/messages'
import { vocabulary } from '@vitrine/messages/vocabulary'

export interface Column {
  key: string
  word: string // its heading's key among the words of the desk
  kind: 'text' | 'year' | 'url' | 'select' | 'check' | 'country' | 'language' | 'names'
  width?: 's' | 'm' | 'l'
  required?: boolean
  options?: (locale: Locale) => { value: string; name: string }[]
}

const roles = (locale: Locale) => CREDIT_ROLES.map((value) => ({ value, name: vocabulary[locale].credit[value] }))
const uses = (locale: Locale) => LANGUAGE_USES.map((value) => ({ value, name: vocabulary[locale].use[value] }))
const premieres = (locale: Locale) => PREMIERES.map((value) => ({ value, name: vocabulary[locale].premiere[value] }))

export const COLUMNS = {
  festivals: [
    { key: 'festival', word: 'field.festival', kind: 'text', width: 'l', required: true },
    { key: 'year', word: 'field.year', kind: 'year', width: 's' },
    { key: 'award', word: 'field.award', kind: 'text', width: 'l' },
    { key: 'section', word: 'field.section', kind: 'text' },
    { key: 'city', word: 'field.city', kind: 'text' },
    { key: 'country', word: 'field.country', kind: 'country' },
    { key: 'premiere', word: 'field.premiere', kind: 'select', options: premieres },
  ],
  credits: [
    { key: 'role', word: 'field.role', kind: 'select', required: true, options: roles },
    { key: 'names', word: 'field.name', kind: 'names', width: 'l', required: true },
    { key: 'label', word: 'field.asPrinted', kind: 'text' },
  ],
  versions: [
    { key: 'language', word: 'field.language', kind: 'language', required: true },
    { key: 'use', word: 'field.use', kind: 'select', options: uses },
    { key: 'hardOfHearing', word: 'field.hardOfHearing', kind: 'check', width: 's' },
  ],
  companies: [
    { key: 'name', word: 'field.name', kind: 'text', width: 'l', required: true },
    { key: 'country', word: 'field.country', kind: 'country' },
  ],
  pressQuotes: [
    { key: 'text', word: 'field.quote', kind: 'text', width: 'l', required: true },
    { key: 'source', word: 'field.quoteSource', kind: 'text' },
    { key: 'author', word: 'field.quoteAuthor', kind: 'text' },
    { key: 'language', word: 'field.language', kind: 'language' },
  ],
  contacts: [
    { key: 'name', word: 'field.name', kind: 'text' },
    { key: 'role', word: 'field.role', kind: 'text' },
    { key: 'company', word: 'field.company', kind: 'text' },
    { key: 'email', word: 'field.email', kind: 'text' },
    { key: 'phone', word: 'field.phone', kind: 'text' },
    { key: 'url', word: 'field.url', kind: 'url' },
  ],
  otherTitles: [
    { key: 'title', word: 'field.title', kind: 'text', width: 'l', required: true },
    { key: 'language', word: 'field.language', kind: 'language' },
  ],
  ratings: [
    { key: 'system', word: 'field.system', kind: 'text', required: true },
    { key: 'value', word: 'field.value', kind: 'text', required: true },
  ],
} as const satisfies Record<string, readonly Column[]>

/** The fields of a sheet that are small tables: which columns, and what a new row begins with. */
export type TableField =
  | 'otherTitles'
  | 'versions'
  | 'festivals'
  | 'productionCompanies'
  | 'coProducers'
  | 'credits'
  | 'pressQuotes'
  | 'ratings'
  | 'contacts'
export const TABLES: { readonly [F in TableField]: { columns: readonly Column[]; blank: TitleSheet[F][number] } } = {
  otherTitles: { columns: COLUMNS.otherTitles, blank: { title: '', language: null } },
  versions: { columns: COLUMNS.versions, blank: { language: 'en', use: null, hardOfHearing: false } },
  festivals: {
    columns: COLUMNS.festivals,
    blank: { festival: '', year: null, city: null, country: null, section: null, award: null, premiere: null },
  },
  productionCompanies: { columns: COLUMNS.companies, blank: { name: '', country: null } },
  coProducers: { columns: COLUMNS.companies, blank: { name: '', country: null } },
  credits: { columns: COLUMNS.credits, blank: { role: 'photography', label: null, names: [] } },
  pressQuotes: { columns: COLUMNS.pressQuotes, blank: { text: '', source: null, author: null, language: null } },
  ratings: { columns: COLUMNS.ratings, blank: { system: '', value: '' } },
  contacts: { columns: COLUMNS.contacts, blank: { name: null, role: null, company: null, email: null, phone: null, url: null } },
}
