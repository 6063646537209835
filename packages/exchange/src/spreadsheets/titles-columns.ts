/** The columns of a list of titles, as data: what stands at the head, and what is taken from the sheet. */
import { festivalIn } from '@vitrine/catalogue/writer/blocks'
import { wordsFor } from '@vitrine/catalogue/writer/words'
import { versionsOfFilm } from '@vitrine/catalogue/model/versions'
import type {
  Company,
  Contact,
  Credit,
  FestivalEntry,
  LanguageVersion,
  Period,
  PressQuote,
  TitleSheet,
  TitleStatus,
} from '@vitrine/catalogue'
import { GENRES, THEMES } from '@vitrine/catalogue/model/vocabulary'
import { capitalise, colon, countryName, formatCut, languageName } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import { spreadsheetWords } from '@vitrine/messages/spreadsheets'
import { nameOf } from '@vitrine/messages/vocabulary'

/** One title of the list; `url` is its page, where it has one, `status` where it is in a catalogue. */
export interface ListedTitle {
  id: string
  status: TitleStatus | null
  sheet: TitleSheet
  url?: string | null
}

export interface TitleColumn {
  key: Exclude<keyof (typeof spreadsheetWords)['en'], 'sheetName' | 'hardOfHearing' | `picture.${string}`>
  /** Width in characters, for formats that have widths. */
  width: number
  value(title: ListedTitle, locale: Locale): string | number | null
}

const list = (texts: readonly (string | number)[]) => [...new Set(texts)].join('; ')
const joined = (parts: readonly (string | number | null)[], by = ', ') =>
  parts.filter((part) => part !== null && part !== '').join(by)
const spoken = (locale: Locale, tag: string) => capitalise(locale, languageName(locale, tag))
const inBrackets = (text: string, about: string) => (about === '' ? text : `${text} (${about})`)
const text = (texts: Record<string, string>, locale: Locale) => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? null
const lead = (sheet: TitleSheet, locale: Locale) => sheet.lead[locale] ?? sheet.lead['en'] ?? Object.values(sheet.lead)[0]
const named = (locale: Locale, group: 'genre' | 'theme', known: readonly string[], codes: readonly string[]) =>
  list(codes.map((code) => (known.includes(code) ? nameOf(locale, group, code) : code)))
const lengthOf = (cut: { minutes: number; episodes: number | null }) => formatCut(cut).replaceAll('\u00a0', ' ')

/** Other titles with their language, the ones of other markets first. */
function titles(sheet: TitleSheet, locale: Locale): string {
  const shown = sheet.titles[locale] ?? sheet.title
  const others = [
    { title: sheet.title, language: null },
    ...Object.entries(sheet.titles).map(([language, title]) => ({ title, language })),
    ...sheet.otherTitles,
  ].filter(({ title }) => title !== shown)
  return list(others.map(({ title, language }) => inBrackets(title, language === null ? '' : languageName(locale, language))))
}

/** Language versions to hear or to read, with how they are made and, where cuts differ, of which cut. */
function versions(sheet: TitleSheet, locale: Locale, wanted: (use: LanguageVersion['use']) => boolean): string {
  const said = ({ language, use, hardOfHearing }: LanguageVersion, cut: string | null) => {
    const how = use === null || use === 'subtitled' ? null : nameOf(locale, 'use', use).toLocaleLowerCase(locale)
    return inBrackets(
      spoken(locale, language),
      joined([how, hardOfHearing ? spreadsheetWords[locale].hardOfHearing : null, sheet.cuts.length > 1 ? cut : null]),
    )
  }
  return list([
    ...versionsOfFilm(sheet)
      .filter((version) => sheet.versions.includes(version) && wanted(version.use))
      .map((version) => said(version, null)),
    ...sheet.cuts.flatMap((cut) => cut.versions.filter(({ use }) => wanted(use)).map((version) => said(version, lengthOf(cut)))),
  ])
}

const companies = (locale: Locale, all: readonly Company[]) =>
  list(all.map(({ name, country }) => inBrackets(name, country === null ? '' : countryName(locale, country))))
const credit = (locale: Locale, { role, label, names }: Credit) =>
  `${role === 'other' && label !== null ? label : nameOf(locale, 'credit', role)}${colon(locale)} ${names.join(', ')}`
const at = ({ festival, year }: FestivalEntry) => joined([festival, year], ' ')
/** A selection says what each part of it is, as a written sheet does, so that it reads back; prizes have a column of their own. */
const selection = (locale: Locale, entry: FestivalEntry) => festivalIn({ ...entry, award: null }, locale, wordsFor(locale))
const span = ({ from, to, label }: Period) =>
  joined([label, from === null && to === null ? null : from === to ? from : `${from ?? ''}–${to ?? ''}`])
const quote = (locale: Locale, { text: words, source, author, language }: PressQuote) =>
  inBrackets(joined([`“${words}”`, joined([author, source])], ' – '), language === null ? '' : languageName(locale, language))
const contact = ({ role, name, company, email, phone, url }: Contact) =>
  joined([role, joined([name, company, email, phone, url])], ': ')

/** Every field of a sheet has its column; texts are in the language of the list. It leaves the house with staff alone, contacts included. */
export const TITLE_COLUMNS: readonly TitleColumn[] = [
  { key: 'reference', width: 14, value: ({ id, sheet }) => sheet.identifiers.reference ?? id },
  { key: 'title', width: 40, value: ({ sheet }, locale) => sheet.titles[locale] ?? sheet.title },
  { key: 'originalTitle', width: 32, value: ({ sheet }) => sheet.originalTitle },
  { key: 'status', width: 11, value: ({ status }, locale) => (status === null ? null : nameOf(locale, 'status', status)) },
  { key: 'year', width: 7, value: ({ sheet }) => sheet.year },
  { key: 'lengths', width: 18, value: ({ sheet }) => list(sheet.cuts.map(lengthOf)) },
  { key: 'directors', width: 28, value: ({ sheet }) => list(sheet.directors) },
  { key: 'producers', width: 28, value: ({ sheet }) => list(sheet.producers) },
  { key: 'productionCompanies', width: 28, value: ({ sheet }, locale) => companies(locale, sheet.productionCompanies) },
  { key: 'coProducers', width: 28, value: ({ sheet }, locale) => companies(locale, sheet.coProducers) },
  { key: 'broadcasters', width: 24, value: ({ sheet }) => list(sheet.broadcasters) },
  { key: 'supporters', width: 24, value: ({ sheet }) => list(sheet.supporters) },
  { key: 'credits', width: 40, value: ({ sheet }, locale) => list(sheet.credits.map((one) => credit(locale, one))) },
  { key: 'countries', width: 20, value: ({ sheet }, locale) => list(sheet.countries.map((code) => countryName(locale, code))) },
  {
    key: 'originalLanguages',
    width: 20,
    value: ({ sheet }, locale) => list(sheet.originalLanguages.map((tag) => spoken(locale, tag))),
  },
  { key: 'versions', width: 28, value: ({ sheet }, locale) => versions(sheet, locale, (use) => use !== 'subtitled') },
  { key: 'subtitles', width: 28, value: ({ sheet }, locale) => versions(sheet, locale, (use) => use === 'subtitled') },
  { key: 'genres', width: 22, value: ({ sheet }, locale) => named(locale, 'genre', GENRES, sheet.genres) },
  { key: 'themes', width: 28, value: ({ sheet }, locale) => named(locale, 'theme', THEMES, sheet.themes) },
  { key: 'keywords', width: 28, value: ({ sheet }) => list(sheet.keywords) },
  {
    key: 'places',
    width: 24,
    value: ({ sheet }, locale) =>
      list(sheet.places.map((place) => (/^[A-Z]{2}$/.test(place) ? countryName(locale, place) : place))),
  },
  { key: 'period', width: 16, value: ({ sheet }) => (sheet.period === null ? null : span(sheet.period)) },
  { key: 'lead', width: 60, value: ({ sheet }, locale) => lead(sheet, locale)?.text ?? null },
  { key: 'leadWrittenOn', width: 12, value: ({ sheet }, locale) => lead(sheet, locale)?.writtenOn ?? null },
  { key: 'logline', width: 60, value: ({ sheet }, locale) => text(sheet.logline, locale) },
  { key: 'shortSynopsis', width: 60, value: ({ sheet }, locale) => text(sheet.shortSynopsis, locale) },
  { key: 'synopsis', width: 60, value: ({ sheet }, locale) => text(sheet.synopsis, locale) },
  { key: 'directorsNote', width: 60, value: ({ sheet }, locale) => text(sheet.directorsNote, locale) },
  { key: 'biography', width: 60, value: ({ sheet }, locale) => text(sheet.biography, locale) },
  { key: 'festivals', width: 40, value: ({ sheet }, locale) => list(sheet.festivals.map((entry) => selection(locale, entry))) },
  {
    key: 'awards',
    width: 40,
    value: ({ sheet }) =>
      list(sheet.festivals.flatMap((entry) => (entry.award === null ? [] : [`${entry.award} (${at(entry)})`]))),
  },
  { key: 'press', width: 60, value: ({ sheet }, locale) => list(sheet.pressQuotes.map((one) => quote(locale, one))) },
  { key: 'formats', width: 16, value: ({ sheet }) => list(sheet.formats) },
  { key: 'advisories', width: 20, value: ({ sheet }) => list(sheet.advisories) },
  { key: 'ratings', width: 16, value: ({ sheet }) => list(sheet.ratings.map(({ system, value }) => `${system} ${value}`)) },
  { key: 'isan', width: 30, value: ({ sheet }) => sheet.identifiers.isan },
  { key: 'eidr', width: 36, value: ({ sheet }) => sheet.identifiers.eidr },
  { key: 'imdb', width: 12, value: ({ sheet }) => sheet.identifiers.imdb },
  { key: 'tmdb', width: 12, value: ({ sheet }) => sheet.identifiers.tmdb },
  { key: 'wikidata', width: 12, value: ({ sheet }) => sheet.identifiers.wikidata },
  { key: 'otherTitles', width: 40, value: ({ sheet }, locale) => titles(sheet, locale) },
  { key: 'trailer', width: 30, value: ({ sheet }) => sheet.trailer?.url ?? null },
  {
    key: 'pictures',
    width: 40,
    value: ({ sheet }, locale) =>
      list(
        sheet.pictures.map(({ kind, caption, credit: by }) =>
          inBrackets(joined([spreadsheetWords[locale][`picture.${kind}`], text(caption, locale)], ': '), by ?? ''),
        ),
      ),
  },
  { key: 'collections', width: 24, value: ({ sheet }) => list(sheet.collections) },
  { key: 'contacts', width: 50, value: ({ sheet }) => list(sheet.contacts.map(contact)) },
  { key: 'page', width: 40, value: ({ url }) => url ?? null },
]
