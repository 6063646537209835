/** Any field of a sheet as lines that a person can read, so that two states of it can be laid side by side. */
import type {
  Company,
  Contact,
  Credit,
  Cut,
  FestivalEntry,
  LanguageVersion,
  Period,
  Picture,
  PressQuote,
} from '@vitrine/catalogue'
import type { DeskWords } from '@vitrine/messages/desk'
import { capitalise, colon, countryName, formatCut, formatDay, languageName, type Locale } from '@vitrine/messages'
import { vocabulary } from '@vitrine/messages/vocabulary'
import { nameOf } from './names.svelte.ts'

type Say = (value: never, locale: Locale) => string

const joined = (parts: readonly (string | number | null | undefined)[], by = ' · ') =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(by)
const version = (one: LanguageVersion, locale: Locale) =>
  joined(
    [
      languageName(locale, one.language),
      one.use === null ? null : vocabulary[locale].use[one.use],
      one.hardOfHearing ? 'SDH' : null,
    ],
    ', ',
  )
const company = (one: Company, locale: Locale) =>
  joined([one.name, one.country === null ? null : `(${countryName(locale, one.country)})`], ' ')

/** How one entry of a list, or one value, is said; by the field it stands in. */
const SAY: Record<string, Say> = {
  countries: (code: string, locale) => countryName(locale, code),
  originalLanguages: (tag: string, locale) => languageName(locale, tag),
  genres: (code: string, locale) => nameOf('genres', code, locale),
  themes: (code: string, locale) => nameOf('themes', code, locale),
  lead: (lead: { text: string; writtenOn: string | null }, locale) =>
    joined([lead.text, lead.writtenOn === null ? null : `(${formatDay(locale, lead.writtenOn)})`], '\n'),
  cuts: (cut: Cut, locale) =>
    joined([formatCut(cut), cut.versions.map((one) => version(one, locale)).join('; ')], `${colon(locale)} `),
  versions: version,
  productionCompanies: company,
  coProducers: company,
  credits: (credit: Credit, locale) =>
    `${credit.label ?? vocabulary[locale].credit[credit.role]}${colon(locale)} ${credit.names.join(', ')}`,
  places: (place: string, locale) => (/^[A-Z]{2}$/.test(place) ? countryName(locale, place) : place), // a country that was named by its code
  festivals: (entry: FestivalEntry, locale) =>
    joined([
      joined([entry.festival, entry.year], ' '),
      entry.award,
      entry.section,
      entry.city,
      entry.country === null ? null : countryName(locale, entry.country),
      entry.premiere === null ? null : vocabulary[locale].premiere[entry.premiere],
    ]),
  pressQuotes: (quote: PressQuote) => joined([`“${quote.text}”`, quote.author, quote.source]),
  ratings: (rating: { system: string; value: string }) => `${rating.system} ${rating.value}`,
  contacts: (contact: Contact) =>
    joined([contact.name, contact.role, contact.company, contact.email, contact.phone, contact.url]),
  otherTitles: (other: { title: string; language: string | null }, locale) =>
    joined([other.title, other.language === null ? null : `(${languageName(locale, other.language)})`], ' '),
  period: (period: Period) => joined([joined([period.from, period.to], '–'), period.label]),
  trailer: (trailer: { url: string }) => trailer.url,
  pictures: (picture: Picture, locale) =>
    joined([
      picture.caption[locale] ?? Object.values(picture.caption)[0],
      picture.credit === null ? null : `© ${picture.credit}`,
      `${picture.width} × ${picture.height}`,
    ]),
}

/**
 * @example
 * fieldText('countries', ['FR', 'KZ'], 'en') // "France\nKazakhstan"
 */
export function fieldText(path: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => fieldText(path, one, locale)).join('\n')
  const say = SAY[path.split('.')[0] ?? path]
  if (say !== undefined) return say(value as never, locale)
  return typeof value === 'object' ? joined(Object.values(value).map((one) => fieldText('', one, locale))) : String(value)
}

/**
 * The name of a path: its field and, for a text, its language.
 *
 * @example
 * fieldName('synopsis.fr', desk.en, 'en') // "Synopsis · French"
 */
export function fieldName(path: string, words: DeskWords, locale: Locale): string {
  const [head = path, part] = path.split('.')
  const word = (key: string) => (words as Record<string, unknown>)[`field.${key}`] as string | undefined
  if (part === undefined) return word(head) ?? head
  return joined([word(head) ?? head, word(part) ?? capitalise(locale, languageName(locale, part))])
}
