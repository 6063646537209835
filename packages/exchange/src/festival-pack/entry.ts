/** What entry forms of festivals and markets ask for, from a sheet: each field with what is to be pasted, or as missing. */
import type { TitleSheet } from '@vitrine/catalogue'
import { festivalPackWords } from '@vitrine/messages/festival-pack'
import { colon, languageName } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import { nameOf } from '@vitrine/messages/vocabulary'
import type { Sender } from '../formats/format.ts'
import { shorten } from '../movielabs/shorten.ts'
import { TITLE_COLUMNS } from '../spreadsheets/titles-columns.ts'

export interface EntryField {
  label: string
  /** Empty: the sheet does not say it. */
  value: string
  /** Of a text: the longest that forms take here; null where there is no limit. */
  limit?: number | null
  /** Forms ask for it, so its absence is told. */
  asked: boolean
}
export interface EntryGroup {
  name: string
  fields: EntryField[]
}

/** How long forms take each text, in characters: the shorter is cut from the longer, after a sentence. */
const LENGTHS = { logline: [200], shortSynopsis: [300, 600], synopsis: [1000, 2500], directorsNote: [1500], biography: [600, 1500] } as const // prettier-ignore
type Text = keyof typeof LENGTHS
export const TEXTS = Object.keys(LENGTHS) as Text[]

type Key = (typeof TITLE_COLUMNS)[number]['key']
const FILM: Key[] = ['originalTitle', 'otherTitles', 'directors', 'year', 'lengths', 'countries', 'places', 'genres', 'themes', 'keywords', 'trailer', 'page', 'isan', 'eidr', 'imdb'] // prettier-ignore
const TECHNICAL: Key[] = ['lengths', 'originalLanguages', 'versions', 'subtitles', 'formats']
const PEOPLE: Key[] = ['directors', 'producers', 'productionCompanies', 'coProducers', 'credits']
/** Forms do without these. */
const SPARE: ReadonlySet<Key> = new Set(['otherTitles', 'page', 'isan', 'eidr', 'imdb', 'coProducers', 'themes', 'subtitles'])

export interface EntryFilm {
  sheet: TitleSheet
  url: string | null
}

/** One column of a list, with its parts a line each. */
function column({ sheet, url }: EntryFilm, key: Key, locale: Locale): string {
  const value = TITLE_COLUMNS.find((one) => one.key === key)!.value({ id: '', status: null, sheet, url }, locale)
  return value === null ? '' : String(value)
}

/** The languages in which the sheet has texts, that of the form first. */
export function textLanguages(sheet: TitleSheet, locale: Locale): string[] {
  const all = new Set(TEXTS.flatMap((text) => Object.keys(sheet[text])))
  return [locale, ...[...all].filter((language) => language !== locale).sort()]
}

/** A text at each of its usual lengths that it exceeds, and as it is. */
function texts(sheet: TitleSheet, language: string, locale: Locale): EntryField[] {
  const w = festivalPackWords[locale]
  return TEXTS.flatMap((text): EntryField[] => {
    const label = w.inLanguage(w[text], languageName(locale, language))
    const whole = sheet[text][language] ?? ''
    // In another language than the form's, what is not there is nobody's lack
    if (whole === '') return language === locale ? [{ label, value: '', asked: true }] : []
    const exceeded = LENGTHS[text].filter((limit) => [...whole].length > limit)
    return [
      ...exceeded.map((limit): EntryField => ({ label, value: shorten(whole, limit), limit, asked: true })),
      { label, value: whole, limit: LENGTHS[text].find((limit) => [...whole].length <= limit) ?? null, asked: true },
    ]
  })
}

/**
 * The fields of entry forms, in their order.
 *
 * @example
 * entryGroups({ sheet, url: null }, sender, 'en').flatMap(({ fields }) => fields).filter(({ value }) => value === '')
 */
export function entryGroups(film: EntryFilm, sender: Sender, locale: Locale): EntryGroup[] {
  const w = festivalPackWords[locale]
  const { sheet } = film
  const fields = (keys: readonly Key[]) =>
    keys.map((key): EntryField => ({
      label: w[key as 'year'],
      value: column(film, key, locale),
      asked: !SPARE.has(key),
    }))
  const premieres = sheet.festivals
    .filter(({ premiere }) => premiere !== null)
    .map(({ premiere, festival, year }) => `${nameOf(locale, 'premiere', premiere!)}${colon(locale)} ${[festival, year].filter((one) => one !== null).join(' ')}`) // prettier-ignore
  const spare = (label: string, value: string): EntryField => ({ label, value, asked: false })
  return [
    { name: w.film, fields: [{ label: w.title2, value: sheet.titles[locale] ?? sheet.title, asked: true }, ...fields(FILM)] },
    { name: w.texts, fields: textLanguages(sheet, locale).flatMap((language) => texts(sheet, language, locale)) },
    { name: w.technical, fields: fields(TECHNICAL) },
    { name: w.people, fields: fields(PEOPLE) },
    {
      name: w.festivals,
      fields: [spare(w.festivals, [column(film, 'festivals', locale), column(film, 'awards', locale)].filter((one) => one !== '').join('; ')), spare(w.premiere, premieres.join('; '))], // prettier-ignore
    },
    {
      name: w.contact,
      fields: [
        { label: w.sender, value: [sender.name, sender.email, sender.url].filter((one) => one !== null).join(', '), asked: true },
        spare(w.contacts, column(film, 'contacts', locale)),
      ],
    },
  ]
}
